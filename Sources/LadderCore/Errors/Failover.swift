/// The loop that ModelFallback and ModelRouter share: it asks one candidate after another until one replies.
///
/// A candidate is asked only while the call has attempts and time left and the caller still waits. The trace gets a
/// line for every switch, and the final error keeps all others beneath it.
///
/// ```
/// var failover = try Failover(after: error, by: "ModelFallback", in: context)
/// let reply = try await failover.reply(naming: \.model) { queue.next(after: $0) } ask: { try await ask($0) }
/// if let reply { return reply }
/// throw failover.finalError()
/// ```
package struct Failover {
    private let layer: String
    private let context: CallContext
    private let first: any Error
    private var failure: ChatError
    private var history = FailureHistory()

    /// Creates the loop for a call whose first target has failed with `first`.
    ///
    /// - Throws: `first`, if it is a `CancellationError`: the caller has left, and no candidate is asked.
    package init(after first: any Error, by layer: String, in context: CallContext) throws {
        guard let failure = ChatError(unlessCancelled: first) else { throw first }
        self.layer = layer
        self.context = context
        self.first = first
        self.failure = failure
    }

    /// Whether the call has an attempt left and its deadline has not passed.
    package var mayAsk: Bool { context.attemptsLeft > 0 && context.hasTime(for: .zero) }

    /// Asks one candidate after another and returns the first reply, or nil when no candidate may be asked.
    ///
    /// - Parameters:
    ///   - name: The name of a candidate in the trace.
    ///   - candidate: Returns the candidate to ask after a failure, or nil if none is left that can help.
    ///   - ask: Asks a candidate.
    /// - Throws: `CancellationError`, if the caller has left.
    package mutating func reply<Candidate>(
        naming name: KeyPath<Candidate, String>,
        next candidate: (_ failure: ChatError) -> Candidate?,
        ask: (Candidate) async throws -> Reply
    ) async throws -> Reply? {
        while mayAsk {
            try Task.checkCancellation()
            guard let candidate = candidate(failure) else { return nil }
            context.note(
                .switched, by: layer, reason: "\(failure.kind)", detail: .target(candidate[keyPath: name]))
            if let reply = try await attempt({ try await ask(candidate) }) { return reply }
        }
        return nil
    }

    /// Returns the reply of `ask`, or nil if it fails; the failure is then the newest one of the history.
    ///
    /// - Throws: `CancellationError`, if `ask` throws it.
    package mutating func attempt(_ ask: () async throws -> Reply) async throws -> Reply? {
        do {
            return try await ask()
        } catch {
            guard let next = ChatError(unlessCancelled: error) else { throw error }
            history.add(next, after: failure)
            failure = next
            return nil
        }
    }

    /// Returns the error to throw when no candidate has replied: the first one unchanged, if no candidate was asked.
    package func finalError() -> any Error {
        guard let error = history.finalError else { return first }
        context.note(.gaveUp, by: layer, reason: "\(failure.kind)")
        return error
    }
}
