/// A broken rule in one scenario of a check, with what happened instead.
struct RuleViolation: Sendable {
    let rule: ConformanceRule
    let explanation: String
}
