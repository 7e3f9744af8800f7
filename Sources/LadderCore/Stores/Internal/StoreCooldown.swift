/// A pause for a store or a ledger that has not answered several times in a row.
///
/// An operation that has reached its time limit may go on for ever. Without the pause, a store that hangs would collect
/// the task of every such operation, and delay every call by its time limit.
package final class StoreCooldown: Sendable {
    /// The number of time-outs in a row after which the pause begins.
    package static let timeouts = 3
    /// The length of the first pause, after which one caller tries the store. Calls that run side by side can time out
    /// together, so it is short.
    package static let shortest = Duration.seconds(1)
    /// The length of the longest pause. A pause is twice as long as the one before where the trial has failed.
    package static let longest = Duration.seconds(32)

    private struct State {
        var cooldown = ServiceCooldown(tolerating: StoreCooldown.timeouts - 1)
        var pause = StoreCooldown.shortest

        mutating func recordAnswer() {
            cooldown.recordSuccess()
            pause = StoreCooldown.shortest
        }

        mutating func recordTimeout(at now: Instant) {
            if cooldown.recordFailure(at: now, cooldown: pause) { pause = min(pause * 2, StoreCooldown.longest) }
        }
    }

    private let state = PerRuntime { State() }

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
        guard state.withLock(on: runtime, { $0.cooldown.begin(at: start) }) else {
            throw StoreError(
                .unavailable, message: "not asked, because it did not answer \(Self.timeouts) times in a row")
        }
        do {
            let value = try await operation()
            state.withLock(on: runtime) { $0.recordAnswer() }
            return value
        } catch {
            let isTimeout = (error as? StoreError)?.kind == .timedOut
            let saysNothing = isTimeout ? !hasFullTime : Task.isCancelled
            let now = runtime.now
            state.withLock(on: runtime) { state in
                if saysNothing {
                    state.cooldown.recordAbandonment(at: now)
                } else if isTimeout {
                    state.recordTimeout(at: now)
                } else {
                    state.recordAnswer()
                }
            }
            throw error
        }
    }
}
