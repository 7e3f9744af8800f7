extension ChatError {
    /// Returns the rule of one column of the error table for this error, unless a policy overrides it.
    ///
    /// An override counts before the table and before the provider's advice. It does not apply to `timedOut(.reader)`,
    /// because there the reader was slow, not the model.
    package func rule<Rule>(_ column: KeyPath<ErrorRules, Rule>, overrides: [KindName: Rule]) -> Rule {
        if !overrides.isEmpty, kind != .timedOut(.reader), let rule = overrides[kind.kindName] { return rule }
        return rules[keyPath: column]
    }
}

extension [ChatError.KindName: ErrorRules.RetryRule] {
    /// The overrides that differ from the table, in its order, such as `unreachable afterBackoff`; nil when none does.
    package var ruleText: String? { differences(from: \.retry) }
}

extension [ChatError.KindName: ErrorRules.FallbackRule] {
    /// The overrides that differ from the table, in its order; nil when none does.
    package var ruleText: String? { differences(from: \.fallback) }
}

extension [ChatError.KindName: ErrorRules.BreakerRule] {
    /// The overrides that differ from the table, in its order; nil when none does.
    package var ruleText: String? { differences(from: \.breaker) }
}

extension [ChatError.KindName: ErrorRules.FAQRule] {
    /// The overrides that differ from the table, in its order; nil when none does.
    package var ruleText: String? { differences(from: \.faq) }
}

extension Dictionary where Key == ChatError.KindName, Value: Equatable {
    fileprivate func differences(from column: KeyPath<ErrorRules, Value>) -> String? {
        let texts = sorted { $0.key < $1.key }.compactMap { name, rule in
            name.exampleKind.rules[keyPath: column] == rule ? nil : "\(name.rawValue) \(rule)"
        }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }
}

extension ChatError.KindName {
    /// A kind of this name with plain details. When a kind is added, the compiler requires one here.
    package var exampleKind: ChatError.Kind {
        switch self {
        case .throttled: .throttled(retryAfter: nil)
        case .quotaExhausted: .quotaExhausted(until: nil)
        case .overloaded: .overloaded
        case .server: .server
        case .unreachable: .unreachable
        case .timedOut: .timedOut(.total)
        case .invalidOutput: .invalidOutput
        case .contextTooLong: .contextTooLong
        case .requestTooLarge: .requestTooLarge
        case .contentFiltered: .contentFiltered
        case .unauthorized: .unauthorized
        case .modelNotFound: .modelNotFound
        case .invalidRequest: .invalidRequest
        case .budgetExhausted: .budgetExhausted(resets: nil)
        case .circuitOpen: .circuitOpen(until: .origin)
        case .attemptsExhausted: .attemptsExhausted
        case .deadlineExceeded: .deadlineExceeded
        }
    }
}
