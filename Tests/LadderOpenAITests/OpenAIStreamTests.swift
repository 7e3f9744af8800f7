import ClientTestSupport
import LadderCore
import LadderJSON
import Testing

@testable import LadderOpenAI

@Suite struct OpenAIStreamTests {
    @Test(arguments: StreamFixture.all)
    func `a stream reads the same whole, byte by byte, and split at every position`(fixture: StreamFixture) {
        #expect(StreamReading.differences(of: fixture.events).isEmpty)
    }

    @Test func `text comes piece by piece, and the end has usage and facts`() throws {
        let reading = StreamReading(StreamFixture.text.events)
        #expect(reading.text == "Grüße, 🌍!")
        let ending = try #require(reading.ending)
        #expect(ending.finishReason == .stop)
        #expect(ending.usage == Usage(inputTokens: 100, outputTokens: 20, cacheReadTokens: 40))
        #expect(ending.metadata?.requestID == "chatcmpl-1")
        #expect(ending.metadata?.raw == ["model": "gpt-4o-2024-08-06", "system_fingerprint": "fp_1"])
    }

    @Test func `calls at the same time are kept apart, and one without arguments has none`() {
        let reading = StreamReading(StreamFixture.tools.events)
        let deltas = reading.chunks.compactMap { chunk in
            if case .toolCall(let delta) = chunk { delta } else { nil }
        }
        #expect(deltas.compactMap(\.id) == ["call_a", "call_b"])
        #expect(deltas.filter { $0.index == 0 }.map(\.arguments).joined() == #"{"zone": "UTC"}"#)
        #expect(deltas.filter { $0.index == 1 }.map(\.arguments).joined() == "{}")
        #expect(reading.ending?.finishReason == .toolCalls)
    }

    @Test func `calls without numbers are told apart by their ids`() {
        let reading = StreamReading(StreamFixture.unnumbered.events)
        let deltas = reading.chunks.compactMap { chunk in
            if case .toolCall(let delta) = chunk { delta } else { nil }
        }
        #expect(deltas.map(\.index) == [0, 1])
        #expect(deltas.map(\.arguments) == ["{}", #"{"day":1}"#])
    }

    @Test(arguments: [StreamFixture.allNumberedZero, .unnumberedTogether])
    func `calls with the same number or none are told apart by id and name`(fixture: StreamFixture) {
        let reading = StreamReading(fixture.events)
        let deltas = reading.chunks.compactMap { chunk in
            if case .toolCall(let delta) = chunk { delta } else { nil }
        }
        #expect(deltas.compactMap(\.id) == ["a", "b"])
        #expect(
            (0...1).map { index in deltas.filter { $0.index == index }.map(\.arguments).joined() }
                == [#"{"x":1}"#, #"{"x":2}"#])
    }

    @Test(arguments: [StreamFixture.thinkingParts, .nullReasoning])
    func `reasoning is read wherever a server writes it`(fixture: StreamFixture) {
        let reading = StreamReading(fixture.events)
        #expect(reading.progress == 2 && reading.text == "Noon.")
        #expect(reading.chunks.first == .part(.reasoning(ReasoningContent(text: "Let me see.", model: "gpt"))))
    }

    @Test func `a whole answer has its reasoning in parts of the content`() throws {
        let json = try JSONValue(
            parsing: #"""
                {"choices": [{"message": {"reasoning_content": null, "content": [{"type": "thinking", "thinking":
                [{"type": "text", "text": "Hm."}]}, {"type": "text", "text": "Noon."}]}, "finish_reason": "stop"}]}
                """#)
        let completion = try OpenAIAnswerReader(model: "m").completion(from: json)
        #expect(completion.content == [.reasoning(ReasoningContent(text: "Hm.", model: "m")), .text("Noon.")])
    }

    @Test func `a first event without choices says nothing`() {
        #expect(StreamReading(StreamFixture.azure.events).chunks.first == .text("Hi"))
    }

    @Test func `shown reasoning is progress, and one part before the answer`() {
        let reading = StreamReading(StreamFixture.reasoning.events)
        #expect(reading.progress == 2)
        #expect(reading.chunks.first == .part(.reasoning(ReasoningContent(text: "Let me see.", model: "gpt"))))
        #expect(reading.ending?.usage?.reasoningTokens == 6)
        #expect(reading.ending?.usage?.outputTokens == 9)
    }

    @Test func `an end whose reason is known needs no mark`() {
        let reading = StreamReading(StreamFixture.withoutDone.events)
        #expect(!reading.isCut)
        #expect(reading.ending?.finishReason == .length)
    }

    @Test func `a stream without an end was cut`() {
        #expect(StreamReading(StreamFixture.cut.events).isCut)
    }

    @Test func `an error within a stream comes after the text before it`() {
        let reading = StreamReading(StreamFixture.errorWithin.events)
        #expect(reading.text == "Half")
        #expect(reading.failure == .overloaded || reading.failure == .server)
    }

    @Test(arguments: [StreamFixture.filtered, .refusal])
    func `a filter and a refusal end as filtered`(fixture: StreamFixture) {
        #expect(StreamReading(fixture.events).ending?.finishReason == .filtered)
    }

    @Test(arguments: [
        "{", "null", "[]", "{\"choices\": 1}", "{\"choices\": [{\"delta\": {\"tool_calls\": [{}]}}]}", "[DONE", "\u{0}",
    ])
    func `damaged events end as an error or say nothing`(data: String) {
        let reading = StreamReading("data: \(data)\n\n")
        #expect(reading.chunks.isEmpty)
        #expect(reading.failure == .invalidOutput || reading.isCut)
    }

    @Test func `absurd counts do not trap`() throws {
        for text in ["9223372036854775807", "-9223372036854775808", "1e300", "\"7\"", "null", "[]"] {
            let json = try JSONValue(
                parsing:
                    #"{"prompt_tokens": \#(text), "completion_tokens": \#(text), "total_tokens": \#(text), "completion_tokens_details": {"reasoning_tokens": \#(text)}}"#
            )
            _ = Usage(openAI: json)
        }
    }

    @Test func `reasoning that is counted beside the answer is part of it`() throws {
        let json: JSONValue = [
            "prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 22,
            "completion_tokens_details": ["reasoning_tokens": 7],
        ]
        #expect(Usage(openAI: json) == Usage(inputTokens: 10, outputTokens: 12, reasoningTokens: 7))
    }
}
