/// A pause for a store or a ledger that has not answered several times in a row.
///
/// An operation that has reached its time limit may go on for ever. Without the pause, a store that hangs would collect
/// the task of every such operation, and delay every call by its time limit.
package final class StoreCooldown: Sendable {
    /// The number of time-outs in a row after which the pause begins.
    package static let timeouts = 3
    /// The length of the pause, after which one caller tries the store.
    package static let duration = Duration.seconds(30)

    private let state = PerRuntime { ServiceCooldown(tolerating: StoreCooldown.timeouts - 1) }

    /// Creates the state of a store that has not failed.
    package init() {}

    /// Runs an operation, unless it is the time of the pause.
    ///
    /// Only time-outs count. A store that fails at once delays no call and leaves no task behind.
    ///
    /// - Parameters:
    ///   - runtime: The runtime of the operation.
    ///   - hasFullTime: Whether the operation has all the time that the store is allowed. A time-out says nothing about
    ///     the store where it has less.
    ///   - operation: The operation, which throws `StoreError` of kind `timedOut` at its limit.
    /// - Throws: `StoreError` of kind `unavailable` during the pause, else what the operation throws.
    package func run<Value: Sendable>(
        on runtime: Runtime, hasFullTime: Bool = true, operation: () async throws -> Value
    ) async throws -> Value {
        let start = runtime.now
        guard state.withLock(on: runtime, { $0.begin(at: start) }) else {
            throw StoreError(
                .unavailable, message: "not asked, because it did not answer \(Self.timeouts) times in a row")
        }
        do {
            let value = try await operation()
            state.withLock(on: runtime) { $0.recordSuccess() }
            return value
        } catch {
            let isTimeout = (error as? StoreError)?.kind == .timedOut
            let saysNothing = isTimeout ? !hasFullTime : Task.isCancelled
            let now = runtime.now
            state.withLock(on: runtime) { state in
                if saysNothing {
                    state.recordAbandonment(at: now)
                } else if isTimeout {
                    state.recordFailure(at: now, cooldown: Self.duration)
                } else {
                    state.recordSuccess()
                }
            }
            throw error
        }
    }
}
