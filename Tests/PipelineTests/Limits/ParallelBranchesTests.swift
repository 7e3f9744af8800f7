import Ladder
import LadderCore
import LadderModelFallback
import LadderRetry
import LadderTesting
import Testing

/// A layer that asks twice at the same time and takes the first answer.
private struct TwoBranches: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        async let other = next(request, context)
        do {
            return try await next(request, context)
        } catch {
            return try await other
        }
    }
}

@Suite struct ParallelBranchesTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `parallel branches leave an attempt for the fallback`(seed: UInt64) throws {
        let first = ScriptedModel("first", .fail(.server))
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(models: [first, ScriptedModel("second", .reply("from second"))]) {
            ModelFallback("second")
            TwoBranches()
            Retry()
        }.running(on: simulation)
        // Two attempts at once leave two. Each branch may wait for one of them, but the last belongs to the fallback.
        let response = try simulation.run {
            try await pipeline.respond(to: "hi", options: CallOptions(maximumAttempts: 4))
        }
        #expect(response.content == "from second")
        #expect(response.attempts.map(\.target) == ["first", "first", "first", "second"])
    }
}
