import Ladder
import LadderTesting
import Testing

/// The facts of a stream after its text has been read.
@Suite struct StreamFactsTests {
    @Test func `after its text a stream has usage, cost and latency`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("gpt-4o", .stream(["a ", "b"], firstAfter: .seconds(1)))
        let pipeline = try Pipeline(model: model).running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            #expect(stream.usage == nil)
            #expect(stream.explain().contains("still coming"))
            var text = ""
            for try await piece in stream.text { text += piece }
            let read = simulation.now
            try await simulation.sleep(until: read + .seconds(50))
            #expect(text == "a b")
            let usage = try #require(stream.usage)
            #expect(usage.outputTokens > 0)
            #expect(stream.latency == read - .origin)
            let price = try #require(PriceBook.builtIn.price(of: "gpt-4o"))
            #expect(stream.cost == price.cost(of: usage))
            #expect(!stream.explain().contains("still coming"))
        }
    }

    @Test func `cancelling ends the stream and cancels the model`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stallAfter(1))).running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
            stream.cancel()
            await #expect(throws: CancellationError.self) { try await stream.next() }
            #expect(await pipeline.shutdown(within: .zero) == [])
        }
        #expect(simulation.alive.isEmpty)
    }
}
