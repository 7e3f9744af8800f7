import LadderTesting
import Testing

@testable import LadderCore

@Suite struct CompletionBuilderTests {
    private func build(_ chunks: ReplyChunk...) -> Completion {
        CompletionBuilder.completion(of: chunks, meter: nil)
    }

    @Test func `pieces of text become one part`() {
        let usage = Usage(inputTokens: 3, outputTokens: 2)
        let answer = build(.text("a"), .text(""), .text("b"), .finished(.length, usage: usage))
        #expect(answer.content == [.text("ab")])
        #expect(answer.finishReason == .length)
        #expect(answer.usage == usage)
    }

    @Test func `nothing is an empty text`() {
        #expect(build().content == [.text("")])
        #expect(build(.finished(.stop)).content == [.text("")])
    }

    @Test func `text and tool calls keep their order`() {
        let call = ToolCall(id: "1", name: "look", arguments: "{}")
        let answer = build(
            .text("be"), .text("fore"), .toolCall(ToolCallDelta(index: 0, id: "1", name: "look", arguments: "{}")),
            .text("after"), .finished(.toolCalls))
        #expect(answer.content == [.text("before"), .toolCall(call), .text("after")])
    }

    @Test func `other parts stand where they came`() {
        let thought = ContentPart.reasoning(ReasoningContent(text: "12345678", opaqueBytes: [1], model: "m"))
        let signature = ModelSignature(bytes: [2], model: "m")
        let answer = build(
            .part(thought), .text("a"), .part(.text("b")), .part(.image(.url("u"))), .text("c"),
            .toolCall(ToolCallDelta(index: 0, id: "1", name: "t")),
            .toolCall(ToolCallDelta(index: 0, signature: signature)), .finished(.toolCalls))
        #expect(
            answer.content == [
                thought, .text("ab"), .image(.url("u")), .text("c"),
                .toolCall(ToolCall(id: "1", name: "t", arguments: "", signature: signature)),
            ])
        #expect(build(.part(thought), .finished(.stop)).usage == Usage(outputTokens: 3, isEstimated: true))
    }

    @Test func `deltas that alternate are merged by index`() {
        let answer = build(
            .toolCall(ToolCallDelta(index: 0, id: "a", name: "first")),
            .toolCall(ToolCallDelta(index: 1, id: "b", name: "second", arguments: "[")),
            .toolCall(ToolCallDelta(index: 0, arguments: "{\"x\":")),
            .toolCall(ToolCallDelta(index: 1, arguments: "]")),
            .toolCall(ToolCallDelta(index: 0, arguments: "1}")),
            .finished(.toolCalls))
        #expect(
            answer.toolCalls == [
                ToolCall(id: "a", name: "first", arguments: "{\"x\":1}"),
                ToolCall(id: "b", name: "second", arguments: "[]"),
            ])
        #expect(answer.text == "")
        #expect(answer.content.count == 2)
    }

    @Test(arguments: [Int.min, -1, 7, Int.max])
    func `any index is an index`(index: Int) {
        let answer = build(
            .toolCall(ToolCallDelta(index: index, id: "a", name: "n")),
            .toolCall(ToolCallDelta(index: index, arguments: "{}")))
        #expect(answer.toolCalls == [ToolCall(id: "a", name: "n", arguments: "{}")])
    }

    @Test func `without a word about usage it is estimated by all that was written`() {
        let usage = CompletionBuilder.usage(
            of: [.text("1234"), .toolCall(ToolCallDelta(index: 0, name: "1234", arguments: "12345678"))], meter: nil)
        #expect(usage == Usage(outputTokens: 6, isEstimated: true))
        let silent = CompletionBuilder.usage(of: [.text("1234"), .finished(.stop)], meter: nil)
        #expect(silent == Usage(outputTokens: 2, isEstimated: true))
    }

    private static let answers: [Completion] = [
        Completion("hello"),
        Completion(content: [.text("a"), .toolCall(ToolCall(id: "1", name: "t", arguments: "{}"))]),
        Completion(
            content: [
                .toolCall(ToolCall(id: "1", name: "t", arguments: "{}")), .text("between"),
                .toolCall(ToolCall(id: "2", name: "u", arguments: "")),
            ], finishReason: .toolCalls, usage: Usage(inputTokens: 5, outputTokens: 6)),
        Completion(
            content: [
                .reasoning(ReasoningContent(text: "Hm.", opaqueBytes: [1], model: "m")), .text("x"),
                .reasoning(ReasoningContent(opaqueBytes: [2], model: "m")),
                .toolCall(
                    ToolCall(id: "1", name: "t", arguments: "", signature: ModelSignature(bytes: [3], model: "m"))),
                .file(FileContent(url: "u", mediaType: "audio/wav")),
            ]),
        Completion(
            content: [.text("x")], finishReason: .filtered, metadata: ReplyMetadata(requestID: "r-1")),
    ]

    @Test(arguments: answers)
    func `a whole answer replayed in pieces is the same answer`(answer: Completion) {
        let chunks = ReplaySource.chunks(of: answer)
        #expect(CompletionBuilder.completion(of: chunks, meter: nil) == answer)
    }

    @Test(arguments: answers)
    func `a whole answer read as a stream is the same answer`(answer: Completion) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ClosureModel("m") { _ in answer }).running(on: simulation)
        let (read, collected) = try simulation.run {
            var read: [ReplyChunk] = []
            for try await chunk in try await pipeline.streamResponse(to: "hi") { read.append(chunk) }
            return (read, try await pipeline.streamResponse(to: "hi").collect())
        }
        #expect(collected.completion == answer)
        #expect(read == ReplaySource.chunks(of: answer))
    }
}
