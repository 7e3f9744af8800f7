import LadderCore
import LadderTesting
import TestSupport
import Testing

@Suite struct NextTests {
    @Test func `next may be kept and asked again while its call lasts`() throws {
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
        #expect(model.asks.count == 2)
    }

    @Test func `next is refused a context of another pipeline`() async {
        await #expect(processExitsWith: .failure) {
            let kept = Shared<Next?>(nil)
            let first = try Pipeline(model: ScriptedModel("m")) {
                Layer { request, context, next in
                    kept.change { $0 = next }
                    return try await next(request, context)
                }
            }
            let second = try Pipeline(model: ScriptedModel("m")) {
                Layer { request, context, next in
                    guard let foreign = kept.value else { return try await next(request, context) }
                    return try await foreign(request, context)
                }
            }
            _ = try await first.respond(to: "hi")
            _ = try await second.respond(to: "hi")
        }
    }
}
