import LadderCore

extension CacheRefusal {
    /// The reason in a few words, for the trace.
    var explanation: String {
        switch self {
        case .directive: "the call does not allow it"
        case .notComplete: "the answer is not complete"
        case .level: "answers of this level are not stored"
        case .temperature: "the temperature is too high"
        case .toolCalls: "the request has tools"
        case .unknownUser: "the answer is for one user, and the call names none"
        case .sensitiveText: "the question has personal data"
        case .tooLarge: "the answer is too large for the store"
        case .store: "the store failed"
        }
    }
}
