/// The rules about the order of layers, as data: the role that belongs outside, the one inside it, and the harm
/// otherwise.
struct OrderRules {
    let descriptions: [LayerDescription]
    let timeLimit: Duration?
    let maximumAttempts: Int
    /// Whether an observer sees the calls.
    let isObserved: Bool

    private struct Rule {
        let outer: LayerRole
        let inner: LayerRole
        let harm: String
    }

    private static let rules: [Rule] = [
        Rule(outer: .staticFAQ, inner: .budgetCheck, harm: "a refused budget gets no written answer"),
        Rule(outer: .staticFAQ, inner: .exactCache, harm: "written answers are cached as if a model had given them"),
        Rule(outer: .staticFAQ, inner: .semanticCache, harm: "written answers are cached as if a model had given them"),
        Rule(outer: .staticFAQ, inner: .modelFallback, harm: "a written answer comes before another model is asked"),
        Rule(
            outer: .staticFAQ, inner: .circuitBreaker,
            harm: "the breaker counts a written answer as a success of the model"),
        Rule(outer: .staticFAQ, inner: .retry, harm: "a written answer comes before the second attempt"),
        Rule(outer: .budgetCheck, inner: .modelFallback, harm: "every candidate asks the ledger again"),
        Rule(outer: .budgetCheck, inner: .retry, harm: "every attempt asks the ledger again"),
        Rule(outer: .exactCache, inner: .semanticCache, harm: "every exact repetition pays for an embedding"),
        Rule(outer: .exactCache, inner: .modelFallback, harm: "each candidate is looked up again"),
        Rule(outer: .exactCache, inner: .circuitBreaker, harm: "an open breaker hides cached answers"),
        Rule(outer: .exactCache, inner: .retry, harm: "every attempt looks the answer up again"),
        Rule(outer: .semanticCache, inner: .modelFallback, harm: "each candidate pays for an embedding"),
        Rule(outer: .semanticCache, inner: .circuitBreaker, harm: "an open breaker hides cached answers"),
        Rule(outer: .semanticCache, inner: .retry, harm: "every attempt pays for an embedding"),
        Rule(outer: .modelFallback, inner: .router, harm: "every deployment is asked for every candidate again"),
        Rule(outer: .modelFallback, inner: .circuitBreaker, harm: "one result of the breaker covers several models"),
        Rule(outer: .modelFallback, inner: .retry, harm: "every attempt goes through all candidates again"),
        Rule(outer: .router, inner: .circuitBreaker, harm: "the breaker does not know which deployment failed"),
        Rule(outer: .router, inner: .retry, harm: "every attempt goes through all deployments again"),
        Rule(outer: .circuitBreaker, inner: .retry, harm: "every attempt is one result, so one call can open it"),
        Rule(outer: .retry, inner: .timeout, harm: "the limits cover all attempts together, waits included"),
    ]

    var diagnostics: [Diagnostic] {
        wrongOrders + repetitions + warnings + limits + alternatives + missing
    }

    private func positions(_ role: LayerRole) -> [Int] {
        descriptions.indices.filter { descriptions[$0].role == role }
    }

    private var wrongOrders: [Diagnostic] {
        OrderRules.rules.compactMap { rule in
            guard let outer = positions(rule.outer).last, let inner = positions(rule.inner).first, inner < outer else {
                return nil
            }
            let names = (descriptions[inner].name, descriptions[outer].name)
            return unsafe("\(names.0) is outside \(names.1): \(rule.harm)")
        }
    }

    private var repetitions: [Diagnostic] {
        LayerRole.allCases.filter { $0 != .custom }.compactMap { role in
            let count = positions(role).count
            guard count > 1, let first = positions(role).first else { return nil }
            let harm =
                switch role {
                case .retry: "attempts multiply"
                case .circuitBreaker: "the outer one counts every failure that the inner one has counted"
                case .modelFallback: "candidates multiply"
                case .timeout: "only the stricter limits count"
                default: "the inner one sees only what the outer one lets through"
                }
            return unsafe("\(count) layers like \(descriptions[first].name): \(harm)")
        }
    }

    private var warnings: [Diagnostic] {
        descriptions.flatMap { layer in layer.warnings.map { unsafe("\(layer.name) \($0)") } }
    }

    private var limits: [Diagnostic] {
        descriptions.flatMap { description -> [Diagnostic] in
            guard let timeouts = description.timeouts else { return [] }
            var found: [Diagnostic] = []
            if let first = timeouts.firstToken, let total = timeouts.total, first > total {
                found.append(
                    idle("\(description.name): the first-token limit is longer than the total, so it never acts"))
            }
            if let total = timeouts.total, let timeLimit, total > timeLimit {
                found.append(
                    idle("\(description.name): the total is longer than the call's time limit, so it never acts"))
            }
            return found
        }
    }

    /// A warning where fallback and router together know more targets than a call may ask.
    private var alternatives: [Diagnostic] {
        let layers = descriptions.filter { $0.role == .modelFallback || $0.role == .router }
        let worst = layers.reversed().reduce(WorstCase()) { inner, layer in layer.worstCase(inner) }
        guard worst.attempts > maximumAttempts else { return [] }
        let names = layers.map(\.name).joined(separator: " and ")
        return [
            idle("\(names) could ask \(worst.attempts) times, a call may \(maximumAttempts): the last are never asked")
        ]
    }

    /// A warning for each point of the production checklist that the pipeline shows not to be met.
    private var missing: [Diagnostic] {
        let expected: [(point: ProductionPoint, anyOf: [LayerRole], message: String)] = [
            (.retry, [.retry], "no Retry: a failure that would pass in a second fails the call"),
            (.timeouts, [.timeout], "no Timeout: a silent provider holds callers without a limit"),
            (.fallback, [.modelFallback], "no ModelFallback: when a provider is down, calls fail"),
            (.fallback, [.staticFAQ], "no StaticFAQ: when everything fails, callers get an error"),
            (
                .caching, [.exactCache, .semanticCache],
                "no ExactCache and no SemanticCache: the same question is paid for each time"
            ),
            (.costTracking, [.budgetCheck], "no BudgetCheck and no observer: nothing adds up what calls cost"),
            (.limits, [.budgetCheck], "no BudgetCheck: one user can spend without a limit"),
        ]
        return expected.compactMap { point, roles, message in
            let isMet = descriptions.contains { description in roles.contains { description.has($0) } }
            guard !isMet, !(point == .costTracking && isObserved) else { return nil }
            return Diagnostic(severity: .missing, message: message, point: point)
        }
    }

    private func unsafe(_ message: String) -> Diagnostic {
        Diagnostic(severity: .unsafe, message: message)
    }

    private func idle(_ message: String) -> Diagnostic {
        Diagnostic(severity: .idle, message: message)
    }
}
