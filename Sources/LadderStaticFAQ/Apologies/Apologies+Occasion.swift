public import LadderCore

extension Apologies {
    /// What there is to apologise for: the kinds of `ChatError`, without their details.
    public enum Occasion: String, Hashable, Sendable, CaseIterable {
        /// The provider asks to slow down.
        case throttled
        /// The provider's quota is used up.
        case quotaExhausted
        /// The provider is overloaded.
        case overloaded
        /// The provider failed.
        case server
        /// The provider cannot be reached.
        case unreachable
        /// The answer took too long.
        case timedOut
        /// The answer cannot be used.
        case invalidOutput
        /// The conversation is too long.
        case contextTooLong
        /// The request is too large.
        case requestTooLarge
        /// A safety filter refused; only with `alsoAnswers`.
        case contentFiltered
        /// The provider refused the key; only with `alsoAnswers`.
        case unauthorized
        /// There is no such model; only with `alsoAnswers`.
        case modelNotFound
        /// The provider refused the request; only with `alsoAnswers`.
        case invalidRequest
        /// The budget is used up.
        case budgetExhausted
        /// A circuit breaker is open.
        case circuitOpen
        /// The call has used all its attempts.
        case attemptsExhausted
        /// The call's deadline has passed.
        case deadlineExceeded

        /// The occasion a kind of failure is.
        public init(_ kind: ChatError.Kind) {
            switch kind {
            case .throttled: self = .throttled
            case .quotaExhausted: self = .quotaExhausted
            case .overloaded: self = .overloaded
            case .server: self = .server
            case .unreachable: self = .unreachable
            case .timedOut: self = .timedOut
            case .invalidOutput: self = .invalidOutput
            case .contextTooLong: self = .contextTooLong
            case .requestTooLarge: self = .requestTooLarge
            case .contentFiltered: self = .contentFiltered
            case .unauthorized: self = .unauthorized
            case .modelNotFound: self = .modelNotFound
            case .invalidRequest: self = .invalidRequest
            case .budgetExhausted: self = .budgetExhausted
            case .circuitOpen: self = .circuitOpen
            case .attemptsExhausted: self = .attemptsExhausted
            case .deadlineExceeded: self = .deadlineExceeded
            }
        }
    }
}
