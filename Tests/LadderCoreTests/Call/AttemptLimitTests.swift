import LadderTesting
import Testing

@testable import LadderCore

@Suite struct AttemptLimitTests {
    @Test func `a limit allows as many attempts as it has, and no more`() {
        let limit = AttemptLimit(2, within: nil)
        #expect(limit.take())
        #expect(limit.take())
        #expect(!limit.take())
        #expect(limit.remaining == 0)
        limit.giveBack()
        #expect(limit.remaining == 1)
        #expect(limit.take())
    }

    @Test func `a refusal by an outer limit takes nothing from the inner one`() {
        let outer = AttemptLimit(1, within: nil)
        let inner = AttemptLimit(5, within: outer)
        #expect(inner.remaining == 1)
        #expect(inner.take())
        #expect(!inner.take())
        #expect(!inner.take())
        outer.giveBack()
        #expect(inner.remaining == 1)
        #expect(inner.take())
    }

    @Test func `concurrent callers get exactly the attempts there are`() async {
        let outer = AttemptLimit(1_000, within: nil)
        let left = AttemptLimit(700, within: outer)
        let right = AttemptLimit(700, within: outer)
        let taken = await withTaskGroup(of: Int.self) { group in
            for limit in [left, right, left, right] {
                group.addTask { (0..<1_000).count { _ in limit.take() } }
            }
            return await group.reduce(0, +)
        }
        #expect(taken == 1_000)
        #expect(outer.remaining == 0)
        #expect(left.remaining == 0)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `parallel branches never make more attempts than the call has`(seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let model = ScriptedModel("m", .fail(.server, after: .milliseconds(5)))
        let pipeline = try Pipeline(model: model) {
            Layer { request, context, next in
                await withTaskGroup(of: Void.self) { group in
                    for _ in 1...20 { group.addTask { _ = try? await next(request, context) } }
                }
                return try await next(request, context)
            }
        }.running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi", options: CallOptions(maximumAttempts: 7)) }
        }
        #expect(error?.kind == .attemptsExhausted)
        #expect(model.attempts.count == 7)
        #expect(error?.attempts.count == 7)
    }

    @Test func `a layer's own limit ends with the layer`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.server))
        let pipeline = try Pipeline(model: model) {
            Again(times: 2)
            Layer { request, context, next in try await next(request, context.allowing(attempts: 2)) }
            Again(times: 5)
        }.running(on: simulation)
        _ = try? simulation.run { try await pipeline.respond(to: "hi") }
        #expect(model.attempts.count == 4)
    }
}
