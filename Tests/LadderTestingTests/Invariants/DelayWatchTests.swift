import LadderCore
import LadderTesting
import Testing

@Suite struct DelayWatchTests {
    /// Waits before and after the inner layers.
    private struct Slow: Middleware {
        let before: Duration
        let after: Duration
        var notesSharing = false

        func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
            if notesSharing { context.note(.shared, by: "Slow") }
            try await context.runtime.sleep(for: before)
            let reply = try await next(request, context)
            try await context.runtime.sleep(for: after)
            return reply
        }
    }

    private func watch(_ layers: any Middleware..., model: ScriptedModel) throws -> DelayWatch {
        let simulation = Simulation(seed: 1)
        let watch = DelayWatch(limit: .milliseconds(100))
        let pipeline = try Pipeline(model: model, layers: [watch.outer] + layers + [watch.inner]).running(
            on: simulation)
        try simulation.run {
            for _ in 0..<3 { _ = try? await pipeline.respond(to: "hi") }
            for _ in 0..<3 { _ = try? await pipeline.streamResponse(to: "hi").collect() }
        }
        return watch
    }

    private let model = ScriptedModel("m", .reply("one two", after: .seconds(5)))

    @Test func `the time in the inner layers does not count, the time before and after it does`() throws {
        let watch = try watch(Slow(before: .milliseconds(60), after: .milliseconds(40)), model: model)
        #expect(watch.longest == .milliseconds(100))
        #expect(watch.measured == 6)
        #expect(watch.violations == [])
    }

    @Test func `a call to which the layers add more is found, also one that fails`() throws {
        let slow = Slow(before: .milliseconds(101), after: .zero)
        for model in [model, ScriptedModel("m", .fail(.server, after: .seconds(1)))] {
            let watch = try watch(slow, model: model)
            #expect(watch.violations.count == 6)
            #expect(watch.violations.first?.contains("added 101 ms, allowed 100 ms") == true)
            var invariants = Invariants(of: Simulation(seed: 1))
            invariants.add(watch)
            #expect(invariants.report().violations == watch.violations)
        }
    }

    @Test func `a call that waits for the answer of another is not measured`() throws {
        var slow = Slow(before: .seconds(3), after: .zero)
        slow.notesSharing = true
        let watch = try watch(slow, model: model)
        #expect(watch.measured == 0 && watch.violations == [])
    }

    @Test(arguments: 1...3)
    func `a chaos finds layers that delay calls too much`(seed: UInt64) throws {
        for isSlow in [false, true] {
            let chaos = Chaos { scene in
                let watch = DelayWatch(limit: .milliseconds(100))
                scene.invariants.add(watch)
                let wait = Duration.milliseconds(isSlow ? 130 : 100)
                return [watch.outer, Slow(before: wait, after: .zero), watch.inner]
            }
            let found = try chaos.run(seed: seed).violations
            #expect(found.contains { $0.contains("the watched layers added") } == isSlow)
        }
    }
}
