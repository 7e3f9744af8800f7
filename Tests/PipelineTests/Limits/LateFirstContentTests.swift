import Ladder
import LadderTesting
import TestSupport
import Testing

/// Cases in which a limit and a piece of the answer come at the same time.
@Suite struct LateFirstContentTests {
    /// A model that holds its thread past the limit, which has the effect of a timer that wakes late.
    private func late() -> FakeModel {
        FakeModel("m", streams: true) { _, context, _ in
            let end = context.now + .milliseconds(30)
            while context.now < end {}
            return try await .live(model: "m", from: FakeSource([.text("a"), .text("b"), .finished(.stop)]))
        }
    }

    @Test(.timeLimit(.minutes(15)), arguments: [false, true])
    func `first content after its limit is the model's delay, and is retried`(streamed: Bool) async throws {
        let pipeline = try Pipeline(models: [late(), FakeModel("spare")]) {
            ModelFallback("spare")
            Timeout(firstToken: nil, silence: .seconds(1), total: .milliseconds(20))
        }
        let answer =
            streamed ? try await pipeline.streamResponse(to: "hi").collect() : try await pipeline.respond(to: "hi")
        #expect(answer.content == "from spare")
        #expect(answer.attempts.first?.error == .timedOut(.total))
    }

    @Test func `a reader that waits for the piece is never too slow`() throws {
        for seed in 1...200 as ClosedRange<UInt64> {
            let simulation = Simulation(seed: seed)
            let model = ScriptedModel("m", .stream(["a ", "b ", "c "], every: .seconds(1)))
            let pipeline = try Pipeline(model: model) {
                Timeout(firstToken: nil, silence: nil, total: .seconds(1))
            }
            .running(on: simulation)
            let answer = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
            #expect(answer.finishReason != .partial(.readerTooSlow), "seed \(seed)")
        }
    }

    @Test func `a whole answer that is cut has all text received and its model's name`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("gpt", .stallAfter(3))
        let pipeline = try Pipeline(model: model) {
            ModelRouter("gpt", deployments: [Deployment("azure-eu", client: model)])
            Timeout(firstToken: .seconds(1), silence: .seconds(1), total: nil)
        }
        .running(on: simulation)
        let (whole, streamed) = try simulation.run {
            (try await pipeline.respond(to: "hi"), try await pipeline.streamResponse(to: "hi").collect())
        }
        #expect(whole.finishReason.isPartial)
        #expect(whole.content == streamed.content)
        #expect(whole.model == "gpt")
        #expect(streamed.model == "gpt")
    }

    @Test func `a cut answer names the error that cut it, not a later one`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .stallAfter(2), .fail(.server))
        let pipeline = try Pipeline(model: model) {
            Retry(maximumAttempts: 2)
            Timeout(firstToken: .seconds(1), silence: .seconds(1), total: nil)
        }
        .running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.finishReason == .partial(.error(.timedOut(.silence))))
    }

    @Test func `a total around a fallback ends it: no candidate is asked and no breaker counts`() throws {
        let simulation = Simulation(seed: 1)
        let spare = ScriptedModel("b", .reply("fine", after: .milliseconds(10)))
        let breaker = CircuitBreaker()
        let pipeline = try Pipeline(models: [ScriptedModel("a", .stall), spare]) {
            Timeout(firstToken: nil, silence: nil, total: .seconds(5))
            ModelFallback("b")
            breaker
        }
        .running(on: simulation)
        try simulation.run { for _ in 0..<5 { _ = try? await pipeline.respond(to: "hi") } }
        #expect(spare.attempts.isEmpty)
        #expect(breaker.state(of: "b") == .closed)
    }
}
