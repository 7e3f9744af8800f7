import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// What one attempt leaves in the record of its call, and which limits it is held to.
@Suite struct AttemptRecordTests {
    @Test func `an answer that broke off by itself is recorded as failed once, also under limits`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .stream(["a"], then: .cut(ChatError(.overloaded))))
        let pipeline = try Pipeline(model: model) { Limits(silence: .seconds(1), total: .seconds(60)) }
            .running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(response.finishReason == .partial(.error(.overloaded)))
        #expect(response.attempts.map(\.error) == [.overloaded])
        #expect(response.trace.events.filter { $0.stage == "model" && $0.verdict == .failed }.count == 1)
    }

    @Test(arguments: [false, true])
    func `a model that does not stream is not held to the limit of the first content`(isStreamed: Bool) throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", streams: false, .reply("late and welcome", after: .seconds(3)))
        let pipeline = try Pipeline(model: model) { Limits(firstToken: .seconds(1)) }.running(on: simulation)
        let content = try simulation.run {
            isStreamed
                ? try await pipeline.streamResponse(to: "hi").collect().content
                : try await pipeline.respond(to: "hi").content
        }
        #expect(content == "late and welcome")
    }

    @Test func `an attempt that used no tokens costs nothing, also at an unknown price`() throws {
        let simulation = Simulation(seed: 1)
        var refused = ChatError(.throttled(retryAfter: nil))
        refused.usage = Usage()
        let pipeline = try Pipeline(model: ScriptedModel("unknown", .fail(refused), .reply("ok"))) { Again() }
            .running(on: simulation)
        let attempts = try simulation.run { try await pipeline.respond(to: "hi").attempts }
        #expect(attempts.map(\.cost) == [.zero, nil])
    }
}
