extension ChatError {
    /// The stable name of a kind of error, without its details.
    ///
    /// Logs and metrics use it, and it is the key by which a layer's policy overrides the error table. The cases are in the
    /// order of the table.
    public enum KindName: String, Hashable, Sendable, CaseIterable, Codable, Comparable {
        /// The name of ``ChatError/Kind/throttled(retryAfter:)``.
        case throttled
        /// The name of ``ChatError/Kind/quotaExhausted(until:)``.
        case quotaExhausted
        /// The name of ``ChatError/Kind/overloaded``.
        case overloaded
        /// The name of ``ChatError/Kind/server``.
        case server
        /// The name of ``ChatError/Kind/unreachable``.
        case unreachable
        /// The name of ``ChatError/Kind/timedOut(_:)``, in every phase.
        case timedOut
        /// The name of ``ChatError/Kind/invalidOutput``.
        case invalidOutput
        /// The name of ``ChatError/Kind/contextTooLong``.
        case contextTooLong
        /// The name of ``ChatError/Kind/requestTooLarge``.
        case requestTooLarge
        /// The name of ``ChatError/Kind/contentFiltered``.
        case contentFiltered
        /// The name of ``ChatError/Kind/unauthorized``.
        case unauthorized
        /// The name of ``ChatError/Kind/modelNotFound``.
        case modelNotFound
        /// The name of ``ChatError/Kind/invalidRequest``.
        case invalidRequest
        /// The name of ``ChatError/Kind/budgetExhausted(resets:)``.
        case budgetExhausted
        /// The name of ``ChatError/Kind/circuitOpen(until:)``.
        case circuitOpen
        /// The name of ``ChatError/Kind/attemptsExhausted``.
        case attemptsExhausted
        /// The name of ``ChatError/Kind/deadlineExceeded``.
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
