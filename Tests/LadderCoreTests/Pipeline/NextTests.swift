import LadderCore
import LadderTesting
import TestSupport
import Testing

@Suite struct NextTests {
    @Test func `next may be stored and called again during its call`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .reply("one"), .reply("two"))
        let pipeline = try Pipeline(model: model) {
            Layer { request, context, next in
                async let first = next(request, context)
                async let second = next(request, context)
                _ = try await first
                return try await second
            }
        }
        .running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(model.attempts.count == 2)
    }

    @Test func `next refuses a context of another pipeline`() async throws {
        let kept = Shared<Next?>(nil)
        let first = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                kept.change { $0 = next }
                return try await next(request, context)
            }
        }
        let second = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                let foreign = try #require(kept.value)
                return try await foreign(request, context)
            }
        }
        _ = try await first.respond(to: "hi")
        let error = await #expect(throws: ChatError.self) { try await second.respond(to: "hi") }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.message == "next was called with a context of another pipeline")
    }

    @Test func `next keeps its pipeline's layers alive`() async throws {
        let kept = Shared<Next?>(nil)
        do {
            let pipeline = try Pipeline(model: ScriptedModel("m")) {
                Layer { request, context, next in
                    kept.change { $0 = next }
                    return try await next(request, context)
                }
            }
            _ = try await pipeline.respond(to: "hi")
        }
        // A pipeline made since then must not be mistaken for the one that was released.
        for _ in 0..<100 {
            let other = try Pipeline(model: ScriptedModel("m")) {
                Layer { request, context, next in
                    let foreign = try #require(kept.value)
                    return try await foreign(request, context)
                }
            }
            await #expect(throws: ChatError.self) { try await other.respond(to: "hi") }
        }
    }
}
