import Ladder
import LadderTesting
import Testing

/// Every kind of error there is, also one that is added later, passes through all that reads kinds.
@Suite struct ErrorKindsEverywhereTests {
    /// Every name once, and every phase of a timer.
    static let kinds =
        ChatError.KindName.allCases.map(\.exampleKind) + ChatError.Phase.allCases.map(ChatError.Kind.timedOut)

    @Test(arguments: kinds) func `a kind is written to the call log and read again`(kind: ChatError.Kind) throws {
        let simulation = Simulation(seed: 1)
        let buffer = CallLogBuffer()
        let pipeline = try Pipeline(model: ScriptedModel("m", .fail(kind))).running(on: simulation)
            .observing(CallLog(into: buffer))
        #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        let ends = try buffer.lines.map { try CallLog.read($0) }.compactMap { event -> CallSummary? in
            if case .ended(let summary) = event.kind { return summary }
            return nil
        }
        #expect(ends.map(\.error) == [kind])
        #expect(ends.map { $0.attempts.map(\.error) } == [[kind]])
    }

    @Test(arguments: kinds)
    func `a kind that cuts an answer is written to the call log and read again`(kind: ChatError.Kind) throws {
        let simulation = Simulation(seed: 1)
        let buffer = CallLogBuffer()
        let step = ScriptedStep.stream(["a"], then: .cut(ChatError(kind)))
        let pipeline = try Pipeline(model: ScriptedModel("m", step)).running(on: simulation)
            .observing(CallLog(into: buffer))
        let answer = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        let ends = try buffer.lines.map { try CallLog.read($0) }.compactMap { event -> CallSummary? in
            if case .ended(let summary) = event.kind { return summary }
            return nil
        }
        #expect(answer.finishReason.isPartial)
        #expect(ends.map(\.finishReason) == [answer.finishReason])
    }

    @Test(arguments: ChatError.KindName.allCases)
    func `a rule for a kind is accepted by every layer and shown where it differs from the table`(
        name: ChatError.KindName
    ) throws {
        let table = name.exampleKind.rules
        var breaker = CircuitBreakerPolicy()
        breaker.rules = [name: table.breaker == .opens ? .neutral : .opens]
        let caches = [name: !table.servesStale]
        let pipeline = try Pipeline(models: [ScriptedModel("m"), ScriptedModel("n")]) {
            ExactCache(ExactCachePolicy(rules: caches))
            SemanticCache(SemanticCachePolicy(rules: caches), embedder: LexicalEmbedder(), store: MemoryStore())
            ModelFallback(ModelFallbackPolicy(["n"], rules: [name: table.fallback == .never ? .anyModel : .never]))
            CircuitBreaker(breaker)
            Retry(RetryPolicy(rules: [name: table.retry == .once ? .never : .once]))
        }
        let lines = pipeline.explain().split(separator: "\n").filter { $0.contains("rules \(name.rawValue) ") }
        #expect(lines.count == 5, "\(pipeline.explain())")
    }
}
