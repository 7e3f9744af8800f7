import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// Waiting for the first content of a stream.
@Suite struct FirstContentTests {
    private let role = ReplyChunk.toolCall(ToolCallDelta(index: 0))

    @Test func `empty pieces are no content`() async throws {
        let reply = try await Reply.live(model: "m", from: Pieces(.text(""), role, .text("a"), .finished(.stop)))
        #expect(reply.isLive)
        let answer = try await reply.collect()
        #expect(answer.content == [.text("a")])
    }

    @Test func `a tool call is content`() async throws {
        let delta = ToolCallDelta(index: 0, id: "1", name: "t")
        let reply = try await Reply.live(model: "m", from: Pieces(.toolCall(delta), .finished(.toolCalls)))
        #expect(try await reply.collect().toolCalls == [ToolCall(id: "1", name: "t", arguments: "")])
    }

    @Test(arguments: [
        (FinishReason.stop, ChatError.Kind.invalidOutput), (.length, .invalidOutput), (.filtered, .contentFiltered),
    ])
    func `an end without content is an error`(reason: FinishReason, kind: ChatError.Kind) async {
        let usage = Usage(inputTokens: 7)
        let error = await #expect(throws: ChatError.self) {
            try await Reply.live(model: "m", from: Pieces(.text(""), .finished(reason, usage: usage)))
        }
        #expect(error?.kind == kind)
        #expect(error?.usage == usage)
    }

    @Test func `no piece at all is a broken connection`() async {
        let error = await #expect(throws: ChatError.self) { try await Reply.live(model: "m", from: Pieces()) }
        #expect(error?.kind == .server)
    }

    @Test func `what fails before the first content is thrown`() async {
        let source = Pieces(.text(""), then: ChatError(.overloaded))
        let error = await #expect(throws: ChatError.self) { try await Reply.live(model: "m", from: source) }
        #expect(error?.kind == .overloaded)
    }

    @Test func `what fails after the first content is thrown when it is read`() async throws {
        let reply = try await Reply.live(model: "m", from: Pieces(.text("a"), .text("b"), then: ChatError(.overloaded)))
        let error = await #expect(throws: ChatError.self) { try await reply.collect() }
        #expect(error?.kind == .overloaded)
        #expect(error?.partialText == "ab")
    }

    @Test func `a stream that stops without an end was cut`() async throws {
        let reply = try await Reply.live(model: "m", from: Pieces(.text("a")))
        let error = await #expect(throws: ChatError.self) { try await reply.collect() }
        #expect(error?.kind == .server)
        #expect(error?.partialText == "a")
    }

    @Test func `after its end a source is not asked again`() async throws {
        for source in [Pieces(.text("a"), .finished(.stop)), Pieces(.text("a"), then: ChatError(.server))] {
            let live = LiveReply(source)
            for _ in 1...5 { _ = try? await live.next() }
            #expect(source.asked.value == 2)
        }
    }

    @Test func `an error of another type counts as the server's`() async throws {
        struct Odd: Error {}
        let live = LiveReply(Pieces(then: Odd()))
        let error = await #expect(throws: ChatError.self) { try await live.next() }
        #expect(error?.kind == .server)
        #expect(error?.underlying is Odd)
        let cancelled = LiveReply(Pieces(then: CancellationError()))
        let second = await #expect(throws: ChatError.self) { try await cancelled.next() }
        #expect(second?.kind == .server)
    }

    @Test(arguments: [false, true])
    func `keep-alives do not reach a reader`(hasLimits: Bool) throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .stream(["a", "", "", "b"]))
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let options = CallOptions(timeLimit: hasLimits ? .seconds(60) : nil)
        let texts = try simulation.run {
            var texts: [String] = []
            for try await text in try await pipeline.streamResponse(to: "hi", options: options).text {
                texts.append(text)
            }
            return texts
        }
        #expect(texts == ["a", "b"])
    }
}
