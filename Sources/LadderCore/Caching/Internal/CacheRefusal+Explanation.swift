extension CacheRefusal {
    /// The reason in a few words, for the trace.
    package var explanation: String {
        switch self {
        case .directive: "the call does not allow it"
        case .notComplete: "the answer is not complete"
        case .level: "answers of this level are not stored"
        case .temperature: "the temperature is too high"
        case .toolCalls: "the request has tools"
        case .unknownUser: "the answer is for one user, and the call names none"
        case .sensitiveText: "the question has personal data"
        case .noQuestion: "the last message is no question in words"
        case .attachments: "the question has more than words"
        case .code: "the question has code"
        case .tooLong: "the question is too long"
        case .timeSensitive: "the answer depends on the time"
        case .noVector: "there is no vector of the question"
        case .tooLarge: "the answer is too large for the store"
        case .store: "the store failed"
        }
    }
}
