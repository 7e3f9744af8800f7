import Ladder
import LadderTesting
import TestSupport
import Testing

/// A source that goes on after its task is cancelled.
private final class Talkative: ReplySource {
    let asks = Shared(0)
    private let runtime: Runtime

    init(on runtime: Runtime) { self.runtime = runtime }

    func next() async throws -> ReplyChunk? {
        if asks.change({ asks in
            asks += 1; return asks
        }) > 100 {
            return .finished(.stop)
        }
        let runtime = runtime
        await withCheckedContinuation { continuation in
            _ = runtime.driver.spawn("deaf wait") {
                try? await runtime.sleep(for: .seconds(1))
                continuation.resume()
            }
        }
        return .text("word ")
    }
}

@Suite struct LeftSourceTests {
    @Test(arguments: [Duration?.none, .seconds(500)])
    func `a source without a reader is not asked again, even if it ignores cancellation`(limit: Duration?) throws {
        let simulation = Simulation(seed: 1)
        let source = Shared<Talkative?>(nil)
        let model = FakeModel("m", streams: true) { _, context, _ in
            let talkative = Talkative(on: context.runtime)
            source.change { $0 = talkative }
            return try await .live(model: "m", from: talkative)
        }
        let pipeline = try Pipeline(model: model).running(on: simulation)
        try simulation.run {
            do {
                let stream = try await pipeline.streamResponse(to: "hi", options: CallOptions(timeLimit: limit))
                _ = try await stream.next()
                _ = try await stream.next()
            }
            try await simulation.sleep(until: simulation.now + .seconds(200))
        }
        #expect(try #require(source.value).asks.value < 6)
        #expect(simulation.alive.isEmpty)
    }
}
