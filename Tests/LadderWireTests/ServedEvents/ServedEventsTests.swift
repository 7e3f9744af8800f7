import LadderCore
import LadderJSON
import LadderTesting
import LadderWire
import Testing

@Suite struct ServedEventsTests {
    private func events(of model: some ChatModel, form: ServedEventForm) async throws -> [ServerSentEvent] {
        let stream = try await Pipeline(model: model) {}.streamResponse(to: "Hi", options: CallOptions(id: "call-1"))
        var parser = EventStreamParser()
        var events: [ServerSentEvent] = []
        for try await bytes in stream.serverSentEvents(form) { events += try parser.events(in: bytes) }
        return events
    }

    private func model(_ pieces: ReplyChunk..., failure: ChatError? = nil) -> ClosureModel {
        ClosureModel(
            "gpt",
            streaming: { _, _ in
                AsyncThrowingStream<ReplyChunk, any Error> { continuation in
                    for piece in pieces { continuation.yield(piece) }
                    continuation.finish(throwing: failure)
                }
            })
    }

    private let usage = Usage(inputTokens: 7, outputTokens: 3)

    @Test func `our form tells the level and the finish reason in its last event`() async throws {
        let events = try await events(
            of: model(
                .text("One\nline\r\n\n"), .part(.reasoning(ReasoningContent(text: "secret thought", model: "gpt"))),
                .toolCall(ToolCallDelta(index: 0, id: "a", name: "clock", arguments: "{}")),
                .finished(.toolCalls, usage: usage)), form: .ladder)
        #expect(events.map(\.event) == ["start", "text", "tool", "end"])
        #expect(try JSONValue(parsing: events[1].data) == ["text": "One\nline\r\n\n"])
        let end = try JSONValue(parsing: events[3].data)
        #expect(end["level"] == "primary" && end["finishReason"] == "toolCalls" && end["id"] == "call-1")
        #expect(end["usage"]?["inputTokens"] == 7)
        #expect(!events.contains { $0.data.contains("secret thought") })
    }

    @Test func `OpenAI's form has a role, pieces, a finish reason, usage and its mark of the end`() async throws {
        let events = try await events(
            of: model(.text("Hello"), .finished(.stop, usage: usage)), form: .openAI)
        #expect(events.last?.data == "[DONE]")
        let json = try events.dropLast().map { try JSONValue(parsing: $0.data) }
        #expect(json[0]["choices"]?[0]?["delta"]?["role"] == "assistant")
        #expect(json[1]["choices"]?[0]?["delta"]?["content"] == "Hello")
        #expect(json[2]["choices"]?[0]?["finish_reason"] == "stop")
        #expect(json[2]["usage"]?["total_tokens"] == 10)
        // A page that reads the first choice of every chunk must find one.
        #expect(json.count == 3 && json.allSatisfy { $0["choices"]?[0]?["delta"] != nil })
        #expect(json.allSatisfy { $0["object"] == "chat.completion.chunk" && $0["id"] == "chatcmpl-call-1" })
    }

    @Test func `a cut answer is never taken for a whole one`() async throws {
        let cut = model(.text("Half"), failure: ChatError(.server, message: "the provider's secret"))
        let ours = try await events(of: cut, form: .ladder)
        let end = try JSONValue(parsing: try #require(ours.last).data)
        #expect(end["finishReason"] == "partial(server)")
        let theirs = try await events(of: cut, form: .openAI)
        #expect(theirs.dropLast().last?.data.contains("\"code\":\"server\"") == true)
        #expect(!theirs.contains { $0.data.contains("\"finish_reason\":\"") })
        #expect(!(ours + theirs).contains { $0.data.contains("secret") })
    }

    @Test func `under requiringComplete a cut is an error event`() async throws {
        let pipeline = try Pipeline(model: model(.text("Half"), failure: ChatError(.overloaded))) {}.requiringComplete()
        let stream = try await pipeline.streamResponse(to: "Hi")
        var text = ""
        for try await bytes in stream.serverSentEvents() { text += String(decoding: bytes, as: UTF8.self) }
        #expect(text.contains("event: error") && text.contains("overloaded"))
    }

    @Test func `releasing the events gives the answer up`() throws {
        let simulation = Simulation(seed: 1)
        let witness = ScriptedModel("slow", .reply("one two three four", after: .seconds(1)))
        let pipeline = try Pipeline(model: witness) {}.running(on: simulation)
        try simulation.run {
            let stream = try await pipeline.streamResponse(to: "Hi")
            var iterator = stream.serverSentEvents().makeAsyncIterator()
            _ = try await iterator.next()
            stream.cancel()
            await #expect(throws: CancellationError.self) { while try await iterator.next() != nil {} }
        }
    }
}
