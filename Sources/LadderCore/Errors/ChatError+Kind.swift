extension ChatError {
    /// A kind of failure, distinguished as far as the layers treat it differently.
    public enum Kind: Hashable, Sendable {
        /// The provider refuses because too many requests came in a short time.
        case throttled(retryAfter: Duration?)
        /// The quota of the account, of the day or of the month is used up.
        case quotaExhausted(until: WallTime?)
        /// The provider has more work than it can do.
        case overloaded
        /// The provider failed, or the connection broke.
        case server
        /// The provider could not be reached at all.
        case unreachable
        /// A time limit of Ladder passed, in this phase of the attempt.
        case timedOut(Phase)
        /// The model answered with something that cannot be used.
        case invalidOutput
        /// The conversation is longer than the model's context window.
        case contextTooLong
        /// The request is larger than the provider ever accepts.
        case requestTooLarge
        /// A safety filter of the provider refused prompt or answer.
        case contentFiltered
        /// The key is wrong, or has no right to this request.
        case unauthorized
        /// The provider or the pipeline has no model of this name.
        case modelNotFound
        /// The provider refused the request as wrong in itself.
        case invalidRequest
        /// The call's own budget does not allow another attempt.
        case budgetExhausted(resets: WallTime?)
        /// A circuit breaker refuses calls of the target.
        case circuitOpen(until: Instant)
        /// The call has used all attempts it is allowed.
        case attemptsExhausted
        /// The deadline of the whole call has passed.
        case deadlineExceeded
    }

    /// The part of an attempt that a time limit covers.
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        /// The connection to the provider, where the transport reports it.
        case connect
        /// The time before the first content of the answer.
        case firstToken
        /// The pause between two pieces of the answer.
        case silence
        /// The whole attempt, from the request to the end of the answer.
        case total
        /// The content arrived in time, and the reader did not take it.
        case reader
    }
}

extension ChatError.Kind {
    var sentence: String {
        switch self {
        case .throttled: "the provider asks to slow down"
        case .quotaExhausted: "the provider's quota is used up"
        case .overloaded: "the provider is overloaded"
        case .server: "the provider failed"
        case .unreachable: "the provider cannot be reached"
        case .timedOut(.connect): "the connection took too long"
        case .timedOut(.firstToken): "the first token took too long"
        case .timedOut(.silence): "the answer fell silent"
        case .timedOut(.total): "the answer took too long"
        case .timedOut(.reader): "the answer was not read in time"
        case .invalidOutput: "the answer cannot be used"
        case .contextTooLong: "the conversation does not fit the model's window"
        case .requestTooLarge: "the request is too large"
        case .contentFiltered: "a safety filter refused"
        case .unauthorized: "the provider refused the key"
        case .modelNotFound: "there is no such model"
        case .invalidRequest: "the provider refused the request"
        case .budgetExhausted: "the budget is used up"
        case .circuitOpen: "the circuit is open"
        case .attemptsExhausted: "the call has used all its attempts"
        case .deadlineExceeded: "the call's deadline has passed"
        }
    }
}

extension ChatError.Kind: CustomStringConvertible {
    /// The kind in words, with the phase of a time limit: `overloaded`, `context too long`, `timed out (first token)`.
    ///
    /// For logs and metrics use ``name``, which is stable.
    public var description: String {
        if case .timedOut(let phase) = self { return "\(name.inWords) (\(phase.rawValue.inWords))" }
        return name.inWords
    }
}
