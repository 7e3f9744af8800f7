import LadderCore

/// An answer that several callers share while it is under way.
///
/// It belongs to no caller: a task of its own asks the inner layers, and each caller waits with its own deadline and
/// cancellation. When the last one leaves, the task is cancelled. The pieces of a live answer are kept until the flight
/// and its readers have ended, so a caller that comes late first gets what the others have.
final class Flight: Sendable {
    /// The epoch of the look-up before the flight; nil when the store failed.
    let epoch: StoreEpoch?
    let payer: SharedPayer
    private let state: Locked<FlightState<CallContext>>
    /// The calls that have paid so far, the latest last.
    private let payingCalls: Locked<[Call]>
    /// The flights for whose answers this one's task waits.
    private let awaited = Locked<[Flight]>([])
    private let onAbandoned: @Sendable (Flight) -> Void

    /// - Parameter onAbandoned: Called when the last caller has left before the end.
    init(
        paidBy context: CallContext, asOf epoch: StoreEpoch?, isInBackground: Bool = false,
        onAbandoned: @escaping @Sendable (Flight) -> Void
    ) {
        self.epoch = epoch
        payer = SharedPayer(context)
        payingCalls = Locked([context.call])
        state = Locked(FlightState(isInBackground: isInBackground))
        self.onAbandoned = onAbandoned
    }

    // MARK: Callers

    /// Adds a caller; nil when the flight has failed or has been abandoned.
    func join(_ context: CallContext) -> FlightSeat? {
        let mayPay = context.mayPay
        return state.withLock { $0.join(context, mayPay: mayPay) }.map { FlightSeat(id: $0, flight: self) }
    }

    func leave(_ id: Int) {
        let (departure, cancel) = state.withLock { state in
            let departure = state.leave(id)
            // Under the lock, so that of two changes the later one counts.
            if let payer = departure.newPayer { self.payer.change(to: payer) }
            return (departure, departure.endsFlight ? state.cancel.take() : nil)
        }
        departure.waiter?.resume(throwing: CancellationError())
        if departure.endsFlight {
            onAbandoned(self)
            cancel?()
        } else if let payer = departure.newPayer {
            payingCalls.withLock { $0.append(payer.call) }
            payer.note(.noted, by: ExactCache.stage, reason: "pays for the shared answer, because its payer has left")
        }
    }

    /// Keeps the way to cancel the flight's task. All callers may have left already.
    func setCancellation(of cancel: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            if state.ending == nil { state.cancel = cancel }
            return state.isAbandoned
        }
        if isLate { cancel() }
    }

    /// The number of callers that wait for the answer or read it.
    var callers: Int { state.withLock { $0.count } }

    // MARK: Waiting

    /// Suspends a caller until there are more than `known` pieces, or, where `known` is nil, until there is a reply.
    ///
    /// - Throws: `CancellationError` when the caller's task is cancelled or the caller has left.
    func wait(_ id: Int, known: Int?) async throws {
        if state.withLock({ $0.isReady(known: known) }) { return }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                switch state.withLock({ $0.wait(id, known: known, waiter: waiter) }) {
                case .waits: break
                case .ready: waiter.resume()
                case .hasLeft: waiter.resume(throwing: CancellationError())
                }
            }
        } onCancel: {
            leave(id)
        }
    }

    func read<Value: Sendable>(_ body: (FlightState<CallContext>) -> Value) -> Value {
        state.withLock { body($0) }
    }

    // MARK: Flights that wait for others

    func awaits(_ other: Flight) {
        awaited.withLock { $0.append(other) }
    }

    func stopsAwaiting(_ other: Flight) {
        awaited.withLock { awaited in
            if let index = awaited.firstIndex(where: { $0 === other }) { awaited.remove(at: index) }
        }
    }

    /// Returns whether this flight is one of some flights, or waits for one of them.
    func reaches(_ flights: [Flight]) -> Bool {
        var (seen, waiting): ([Flight], [Flight]) = ([], [self])
        while let flight = waiting.popLast() {
            if flights.contains(where: { $0 === flight }) { return true }
            if seen.contains(where: { $0 === flight }) { continue }
            seen.append(flight)
            waiting += flight.awaited.withLock { $0 }
        }
        return false
    }

    // MARK: The answer

    /// Changes what is known of the answer, and wakes the callers that wait for it.
    func update(_ change: (inout FlightState<CallContext>) -> Void) {
        let waiters = state.withLock { state in
            change(&state)
            return state.takeWaiting()
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Lets a newer flight take this one's place: its answer is not stored.
    func supersede() {
        state.withLock { $0.isSuperseded = true }
    }

    /// Whether the answer is not wanted any more: a newer flight has taken its place, or all callers have left.
    var isOutdated: Bool { state.withLock { $0.isSuperseded || $0.isAbandoned } }

    /// The attempt that wrote the answer: the latest one without an error, of the calls that paid.
    var writingAttempt: Attempt? {
        payingCalls.withLock { $0 }
            .compactMap(\.writingAttempt)
            .max { ($0.end ?? .origin) < ($1.end ?? .origin) }
    }
}

extension CallContext {
    /// Whether the call's budget allows it to ask a model, as far as is known without the account.
    var mayPay: Bool {
        if case .freeOnly = budget.allowance { return false }
        return true
    }
}
