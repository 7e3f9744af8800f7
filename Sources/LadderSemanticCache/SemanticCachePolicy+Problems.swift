import LadderCore

extension SemanticCachePolicy {
    /// One sentence for each option that is out of range; empty when all are valid.
    public var problems: [String] {
        var checks = OptionChecks(of: "SemanticCache")
        if let threshold { checks.require("threshold", value: threshold, in: 0.1...1) }
        checks.require("looserOnFailure", value: looserOnFailure, in: 0...0.5)
        if let targetErrorRate {
            checks.require("targetErrorRate", value: targetErrorRate, in: 0.001...0.5)
        }
        checks.require(lifetime: lifetime, byFeature: featureLifetimes)
        checks.require("jitter", value: jitter, in: 0...0.5)
        if namespace.isEmpty { checks.report("namespace", value: "empty", allowed: "any other text") }
        checks.require("maximumQuestionLength", value: maximumQuestionLength, in: 1...4_000)
        checks.require("maximumEntries", value: maximumEntries, in: 1...1_000_000)
        checks.require("embedderTimeLimit", value: embedderTimeLimit, in: .milliseconds(1) ... .seconds(60))
        checks.require("embedderCooldown", value: embedderCooldown, in: .milliseconds(1) ... .seconds(86_400))
        checks.require("toleratedEmbedderFailures", value: toleratedEmbedderFailures, in: 0...1_000)
        checks.require("storeTimeLimit", value: storeTimeLimit, in: .milliseconds(1) ... .seconds(10))
        checks.require("refreshInterval", value: refreshInterval, in: .milliseconds(1) ... .seconds(86_400))
        return checks.problems + admission.problems(of: "SemanticCache")
    }

    /// The threshold for an embedder.
    func threshold(of embedder: any Embedder) -> Double {
        if let threshold { return threshold }
        return switch strictness {
        case .standard: embedder.thresholds.standard
        case .strict: embedder.thresholds.strict
        case .faq: embedder.thresholds.faq
        }
    }

    /// Whether a looser answer may replace an error.
    func servesLooser(after error: ChatError) -> Bool {
        error.rule(\.servesStale, overrides: rules)
    }

    /// The rule for how long an answer is served and kept.
    var times: CacheTimes {
        CacheTimes(lifetime: lifetime, featureLifetimes: featureLifetimes, jitter: jitter)
    }
}
