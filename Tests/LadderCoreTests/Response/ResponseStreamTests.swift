import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite struct ResponseStreamTests {
    @Test func `leaving a loop keeps the stream, and reading goes on where it stopped`() throws {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a", "b", "c"]))) { seen }.running(
            on: simulation)
        let (first, answer) = try simulation.run { () -> (String?, ChatResponse) in
            let stream = try await pipeline.streamResponse(to: "hi")
            var first: String?
            for try await text in stream.text {
                first = text
                break
            }
            return (first, try await stream.collect())
        }
        #expect(first == "a")
        #expect(answer.content == "abc")
        #expect(seen.records.first?.outcome?.isComplete == true)
    }

    @Test(arguments: [false, true])
    func `the stream ends when neither it nor an iterator is held`(holdsIterator: Bool) throws {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stallAfter(1))) { seen }.running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            var iterator = stream.makeAsyncIterator()
            if holdsIterator { _ = try await iterator.next() }
        }
        guard case .abandoned? = seen.records.first?.outcome?.result else {
            Issue.record("the stream was not abandoned")
            return
        }
        #expect(simulation.alive.isEmpty)
    }

    @Test func `requiringComplete throws once, then the stream has ended`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .cut(after: 1))).running(on: simulation)
            .requiringComplete()
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi", options: CallOptions(id: "c-1"))
            _ = try await stream.next()
            let error = await #expect(throws: ChatError.self) { try await stream.next() }
            #expect(error?.partialText == "tok ")
            #expect(error?.callID == "c-1")
            for _ in 1...3 { #expect(try await stream.next() == nil) }
            #expect(stream.finishReason == .partial(.error(.server)))
            // It may not pass for a complete answer.
            await #expect(throws: ChatError.self) { try await stream.collect() }
        }
    }

    @Test func `content and message show what was read so far`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a", "b"]))).running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            #expect(stream.content == "")
            _ = try await stream.next()
            #expect(stream.content == "a")
            #expect(stream.message == .assistant("a"))
            _ = try await stream.collect()
            #expect(stream.content == "ab")
            #expect(stream.message == .assistant("ab"))
        }
    }
}
