import LadderCore
import LadderExactCache
import LadderTesting
import TestSupport
import Testing

struct WarmingTests {
    private let requests = (0..<20).map { ChatRequest("q\($0 % 10)") }

    @Test func `warming asks each request once, a limited number at a time, and reports its progress`() throws {
        let counting = SharedList<Int>()
        let scene = try Scene(
            model: ScriptedModel("m", .reply("hi", after: .seconds(1))),
            outside: [
                LayerOf { request, context, next in
                    counting.append(1)
                    defer { counting.append(-1) }
                    return try await next(request, context)
                }
            ])
        let progress = SharedList<CacheWarming>()
        let warming = try scene.run { [requests] in
            _ = try await scene.pipeline.respond(to: requests[0])
            return await scene.pipeline.warm(with: requests, maximumConcurrent: 3) { progress.append($0) }
        }
        #expect(warming.stopped == nil && warming.remaining == 0)
        #expect(warming.alreadyStored + warming.answered == 20 && warming.alreadyStored >= 2)
        #expect(scene.modelCalls == 10)
        #expect(progress.values.count == 20)
        #expect(progress.values.map(\.remaining) == (0..<20).reversed().map { $0 })
        var peak = 0
        _ = counting.values.reduce(0) { sum, change in
            peak = max(peak, sum + change)
            return sum + change
        }
        #expect(peak == 3)
        try scene.run {
            let level = try await scene.respond("q7").fallbackLevel
            #expect(level == .exactCache)
        }
    }

    @Test func `warming stops at its time limit`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        let warming = try scene.run { [requests] in
            await scene.pipeline.warm(with: requests, maximumConcurrent: 2, timeLimit: .milliseconds(2_500))
        }
        #expect(warming.stopped == .timeLimit)
        #expect(warming.answered == 4 && warming.failed == 2 && warming.remaining == 14)
        #expect(scene.simulation.now == .origin + .milliseconds(2_500))
    }

    @Test func `warming stops when the budget is used up`() throws {
        let account = LedgerAccount(tokens: 4_200)
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .reply(Completion("hi", usage: Usage(inputTokens: 30, outputTokens: 30))))
        let pipeline = try Pipeline(model: model) {
            Spending(account)
            ExactCache(store: TestStore())
        }.running(on: simulation)
        let warming = try simulation.run { [requests] in
            await pipeline.warm(with: requests, maximumConcurrent: 1)
        }
        #expect(warming.stopped == .budget)
        #expect(warming.answered == 2 && warming.failed == 1)
    }

    @Test func `warming stops when its task is cancelled`() throws {
        let scene = try Scene(model: ScriptedModel("m", .reply("hi", after: .seconds(1))))
        let warming = try scene.run { [requests] in
            let task = scene.start { await scene.pipeline.warm(with: requests, maximumConcurrent: 2) }
            try await scene.sleep(.milliseconds(1_500))
            task.cancel()
            return try await task.value
        }
        #expect(warming.stopped == .cancelled && warming.answered == 2)
    }
}
