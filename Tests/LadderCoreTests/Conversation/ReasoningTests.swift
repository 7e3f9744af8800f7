import LadderTesting
import Testing

@testable import LadderCore

@Suite struct ReasoningTests {
    private let own = ReasoningContent(text: "Hm.", opaqueBytes: [1], model: "a")
    private let hidden = ReasoningContent(opaqueBytes: [2], model: "b")

    private func call(signedBy model: String?) -> ContentPart {
        let signature = model.map { ModelSignature(bytes: [3], model: $0) }
        return .toolCall(ToolCall(id: "1", name: "t", arguments: "{}", signature: signature))
    }

    private func request(_ parts: ContentPart...) -> ChatRequest {
        ChatRequest(messages: [.user("hi"), ChatMessage(role: .assistant, content: parts), .user("and?")])
    }

    @Test func `what another model made is left out and counted`() {
        let asked = request(.reasoning(own), .text("x"), .reasoning(hidden), call(signedBy: "b"))
        let (kept, removed) = asked.keepingReasoning(of: ["a"])
        #expect(kept == request(.reasoning(own), .text("x"), call(signedBy: nil)))
        #expect(removed == 2)
        let (other, removedOfOther) = asked.keepingReasoning(of: ["b"])
        #expect(other == request(.text("x"), .reasoning(hidden), call(signedBy: "b")))
        #expect(removedOfOther == 1)
    }

    @Test func `a request without foreign reasoning stays as it is`() {
        let asked = request(.reasoning(own), call(signedBy: nil), call(signedBy: "a"))
        let (kept, removed) = asked.keepingReasoning(of: ["a"])
        #expect(kept == asked)
        #expect(removed == 0)
    }

    @Test func `a message of nothing but foreign reasoning is left out`() {
        let (kept, removed) = request(.reasoning(hidden)).keepingReasoning(of: ["a"])
        #expect(kept.messages == [.user("hi"), .user("and?")])
        #expect(removed == 1)
        let empty = ChatMessage(role: .assistant, content: [])
        let both = ChatRequest(messages: [empty, ChatMessage(role: .assistant, content: [.reasoning(hidden)])])
        #expect(both.keepingReasoning(of: ["a"]).request.messages == [empty])
    }

    @Test func `requests that differ in opaque bytes alone have the same identity`() {
        var other = own
        other.opaqueBytes = [9, 9]
        let one = request(.reasoning(own), call(signedBy: "a"), .reasoning(hidden))
        let two = request(.reasoning(other), call(signedBy: nil))
        #expect(one != two)
        #expect(one.withoutOpaqueBytes == two.withoutOpaqueBytes)
        #expect(
            one.withoutOpaqueBytes
                == request(.reasoning(ReasoningContent(text: "Hm.", model: "a")), call(signedBy: nil)))
        other.text = "Other."
        #expect(request(.reasoning(other)).withoutOpaqueBytes != request(.reasoning(own)).withoutOpaqueBytes)
    }

    @Test func `reasoning is no content of its own`() async throws {
        #expect(Completion(content: [.reasoning(own), .text("")]).isEmpty)
        #expect(!Completion(content: [.file(FileContent(url: "u", mediaType: "m"))]).isEmpty)
        #expect(!ReplyChunk.part(.reasoning(own)).isContent)
        #expect(!ReplyChunk.part(.reasoning(own)).isEmpty)
        #expect(ReplyChunk.part(.image(.url("u"))).isContent)
        await #expect(throws: ChatError.self) {
            try await Reply.live(model: "m", from: Pieces(.part(.reasoning(own)), .finished(.stop)))
        }
    }

    @Test func `a live answer begins with its text and keeps the reasoning before it`() async throws {
        let reply = try await Reply.live(
            model: "m", from: Pieces(.part(.reasoning(own)), .text("x"), .finished(.stop)))
        #expect(try await reply.collect().content == [.reasoning(own), .text("x")])
    }

    @Test func `the message of a response carries reasoning and signatures`() throws {
        let answer = Completion(content: [.reasoning(own), .text("x"), call(signedBy: "m")], finishReason: .toolCalls)
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ClosureModel("m") { _ in answer }).running(on: simulation)
        let (whole, streamed) = try simulation.run {
            let whole = try await pipeline.respond(to: "hi").message
            return (whole, try await pipeline.streamResponse(to: "hi").collect().message)
        }
        #expect(whole == ChatMessage(role: .assistant, content: answer.content))
        #expect(streamed == whole)
    }

    @Test func `a model is not sent what another model signed, and the trace says so`() throws {
        let simulation = Simulation()
        let first = ScriptedModel("a")
        let second = ScriptedModel("b")
        let pipeline = try Pipeline(models: [first, second]).running(on: simulation)
        var history = request(.reasoning(ReasoningContent(text: "Hm.", model: "a")), .text("x"))
        history.model = "a"
        let same = try simulation.run { [history] in try await pipeline.respond(to: history) }
        #expect(first.requests.first?.messages == history.messages)
        #expect(same.trace.events.allSatisfy { $0.verdict != .noted })
        history.model = "b"
        let other = try simulation.run { [history] in try await pipeline.respond(to: history) }
        #expect(second.requests.first?.messages.flatMap(\.content).contains(.text("x")) == true)
        #expect(second.requests.first?.messages.flatMap(\.content).reasoning.isEmpty == true)
        #expect(other.trace.events.contains { $0.reason == "left out 1 parts that another model has signed" })
    }
}
