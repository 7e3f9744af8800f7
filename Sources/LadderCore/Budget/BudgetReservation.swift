/// An amount reserved for one attempt, which the attempt settles once.
///
/// A reservation that is released without having been settled reports that, so that no amount stays reserved.
public final class BudgetReservation: Sendable {
    private let end: Locked<(@Sendable (AttemptCharge?) -> Void)?>

    /// Creates a reservation that is ended by a closure.
    ///
    /// - Parameter end: Called once with what was used, or with nil when the reservation was released without having
    ///   been settled. It must return at once: slow ledgers queue.
    public init(end: @escaping @Sendable (_ used: AttemptCharge?) -> Void) {
        self.end = Locked(end)
    }

    deinit {
        end.withLock { $0.take() }?(nil)
    }

    /// Books what was really used. Only the first settlement counts.
    public func settle(_ charge: AttemptCharge) {
        end.withLock { $0.take() }?(charge)
    }
}
