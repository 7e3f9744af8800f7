extension ChatError {
    /// The stable name of a kind of error, without its details.
    ///
    /// Logs and metrics use it, and it is the key by which a layer's policy overrides the error table. The cases are in
    /// the order of the table.
    public enum KindName: String, Hashable, Sendable, CaseIterable, Codable, Comparable {
        /// The name of ``ChatError/Kind/throttled(retryAfter:)``, a limit on the number of requests in a time.
        case throttled
        /// The name of ``ChatError/Kind/quotaExhausted(until:)``, a used-up quota.
        case quotaExhausted
        /// The name of ``ChatError/Kind/overloaded``, a busy provider.
        case overloaded
        /// The name of ``ChatError/Kind/server``, a failure of the provider.
        case server
        /// The name of ``ChatError/Kind/unreachable``, a provider without connection.
        case unreachable
        /// The name of ``ChatError/Kind/timedOut(_:)``, a time limit in any phase.
        case timedOut
        /// The name of ``ChatError/Kind/invalidOutput``, an answer that cannot be used.
        case invalidOutput
        /// The name of ``ChatError/Kind/contextTooLong``, a conversation beyond the window.
        case contextTooLong
        /// The name of ``ChatError/Kind/requestTooLarge``, a request that never fits.
        case requestTooLarge
        /// The name of ``ChatError/Kind/contentFiltered``, a refusal by a filter.
        case contentFiltered
        /// The name of ``ChatError/Kind/unauthorized``, a key without the right.
        case unauthorized
        /// The name of ``ChatError/Kind/modelNotFound``, an unknown model.
        case modelNotFound
        /// The name of ``ChatError/Kind/invalidRequest``, a wrong request.
        case invalidRequest
        /// The name of ``ChatError/Kind/budgetExhausted(resets:)``, a used-up budget.
        case budgetExhausted
        /// The name of ``ChatError/Kind/circuitOpen(until:)``, a refusal by a breaker.
        case circuitOpen
        /// The name of ``ChatError/Kind/attemptsExhausted``, a call without attempts left.
        case attemptsExhausted
        /// The name of ``ChatError/Kind/deadlineExceeded``, a passed deadline.
        case deadlineExceeded

        /// Whether `left` comes before `right` in the error table.
        public static func < (left: KindName, right: KindName) -> Bool {
            left.position < right.position
        }

        private var position: Int { KindName.allCases.firstIndex(of: self) ?? 0 }
    }
}

extension ChatError.Kind {
    /// The stable name of this kind, without its details.
    public var kindName: ChatError.KindName {
        switch self {
        case .throttled: .throttled
        case .quotaExhausted: .quotaExhausted
        case .overloaded: .overloaded
        case .server: .server
        case .unreachable: .unreachable
        case .timedOut: .timedOut
        case .invalidOutput: .invalidOutput
        case .contextTooLong: .contextTooLong
        case .requestTooLarge: .requestTooLarge
        case .contentFiltered: .contentFiltered
        case .unauthorized: .unauthorized
        case .modelNotFound: .modelNotFound
        case .invalidRequest: .invalidRequest
        case .budgetExhausted: .budgetExhausted
        case .circuitOpen: .circuitOpen
        case .attemptsExhausted: .attemptsExhausted
        case .deadlineExceeded: .deadlineExceeded
        }
    }

    /// The text of ``kindName``, for logs and metrics.
    public var name: String { kindName.rawValue }
}
