extension ChatError {
    /// What went wrong, as far as it matters for what to do next.
    public enum Kind: Hashable, Sendable {
        /// Too many requests for now.
        case throttled(retryAfter: Duration?)
        /// The account, the day or the month is used up.
        case quotaExhausted(until: WallTime?)
        /// The provider has more work than it can do.
        case overloaded
        /// The provider failed, or the connection broke.
        case server
        /// The provider could not be reached at all.
        case unreachable
        /// One of our timers ran out.
        case timedOut(Phase)
        /// An answer came that cannot be used.
        case invalidOutput
        /// The conversation does not fit the model's window.
        case contextTooLong
        /// The request can never fit.
        case requestTooLarge
        /// A safety filter refused it.
        case contentFiltered
        /// The key is wrong, or may not do this.
        case unauthorized
        /// There is no such model.
        case modelNotFound
        /// The request itself is wrong.
        case invalidRequest
        /// Our own ledger says no.
        case budgetExhausted(resets: WallTime?)
        /// Our own breaker says no.
        case circuitOpen(until: Instant)
        /// The call has asked models as often as it may.
        case attemptsExhausted
        /// The call's time is over.
        case deadlineExceeded
    }

    /// Which timer ran out.
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        /// While connecting, where the transport can tell.
        case connect
        /// Before the first content came.
        case firstToken
        /// Between two pieces of content.
        case silence
        /// The whole attempt.
        case total
        /// Content was there in time and the reader did not take it.
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
    /// The kind in words, with the phase of a timer: `overloaded`, `context too long`, `timed out (first token)`.
    ///
    /// For logs and metrics use ``name``, which is stable.
    public var description: String {
        if case .timedOut(let phase) = self { return "\(name.inWords) (\(phase.rawValue.inWords))" }
        return name.inWords
    }
}
