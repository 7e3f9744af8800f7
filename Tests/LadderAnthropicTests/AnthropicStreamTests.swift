import ClientTestSupport
import LadderCore
import LadderJSON
import Testing

@testable import LadderAnthropic

struct AnthropicStreamTests {
    @Test(arguments: StreamFixture.allCases)
    func `a stream means the same whole, byte by byte and split anywhere`(fixture: StreamFixture) {
        #expect(StreamReading.differences(of: fixture.bytes) == [])
    }

    @Test func `text comes as it is streamed, and the end has reason and usage`() throws {
        let reading = StreamReading(StreamFixture.text.bytes)
        #expect(reading.chunks.dropLast() == [.text("Grüße, "), .text("🌍!")])
        let ending = try #require(reading.ending)
        #expect(ending.finishReason == .stop)
        #expect(
            ending.usage
                == Usage(
                    inputTokens: 155, outputTokens: 15, cacheReadTokens: 100, cacheWriteTokens: 10,
                    longCacheWriteTokens: 20))
        #expect(reading.progress == 0)
    }

    @Test func `parallel tool calls have indexes of their own, and one without arguments has an empty object`() {
        let reading = StreamReading(StreamFixture.tools.bytes)
        #expect(
            reading.calls == [
                ToolCallDelta(index: 0, id: "toolu_1", name: "weather"),
                ToolCallDelta(index: 0, arguments: #"{"city":"#), ToolCallDelta(index: 0, arguments: #" "Bonn"}"#),
                ToolCallDelta(index: 1, id: "toolu_2", name: "clock"), ToolCallDelta(index: 1, arguments: "{}"),
            ])
        #expect(reading.ending?.finishReason == .toolCalls)
    }

    @Test func `a tool call whose arguments come with its start keeps them`() {
        let reading = StreamReading(
            """
            data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"n",\
            "input":{"a":1}}}

            data: {"type":"content_block_stop","index":0}

            data: {"type":"message_stop"}


            """)
        #expect(reading.calls.last == ToolCallDelta(index: 0, arguments: #"{"a":1}"#))
        #expect(reading.ending?.finishReason == .toolCalls)
    }

    @Test func `thinking is progress, and comes as complete parts with their signatures`() {
        let reading = StreamReading(StreamFixture.thinking.bytes)
        #expect(reading.progress == 5)
        #expect(
            reading.parts == [
                .reasoning(
                    ReasoningContent(text: "Two and two.", opaqueBytes: Array("EqQB+/==".utf8), model: "claude")),
                .reasoning(ReasoningContent(opaqueBytes: Array("RWRh".utf8), model: "claude")),
            ])
        #expect(reading.text == "Four.")
        #expect(reading.ending?.usage?.reasoningTokens == 30)
    }

    @Test func `hidden thinking keeps its signature beside an empty text`() {
        let reading = StreamReading(StreamFixture.hiddenThinking.bytes)
        #expect(
            reading.parts == [.reasoning(ReasoningContent(text: "", opaqueBytes: Array("c2ln".utf8), model: "claude"))])
        #expect(reading.text == "Four.")
        #expect(reading.ending?.finishReason == .length)
    }

    @Test func `unknown blocks and events, comments and a second start mean nothing`() {
        let reading = StreamReading(StreamFixture.oddities.bytes)
        #expect(reading.chunks.dropLast() == [.text("Hello")])
        #expect(reading.ending?.finishReason == .stop)
        #expect(reading.ending?.metadata?.raw["stop_sequence"] == "END")
        #expect(reading.ending?.usage?.inputTokens == 155)
        #expect(reading.ending?.usage?.outputTokens == 9)
    }

    @Test func `a refusal ends the stream as filtered`() {
        let reading = StreamReading(StreamFixture.refusal.bytes)
        #expect(reading.ending?.finishReason == .filtered)
        #expect(reading.ending?.metadata?.raw["stop_details"]?["category"] == "cyber")
    }

    @Test func `an error inside a stream is that error`() {
        #expect(StreamReading(StreamFixture.overloaded.bytes).failure == .overloaded)
    }

    @Test func `a stream without its end is cut`() {
        #expect(StreamReading(StreamFixture.cutText.bytes).isCut)
    }

    @Test func `a stream whose end is stated is whole also without the last event`() {
        let reading = StreamReading(StreamFixture.withoutStop.bytes)
        #expect(!reading.isCut)
        #expect(reading.ending?.finishReason == .stop)
    }

    @Test(arguments: ["no JSON", #"{"type":"content_block_delta","delta":{"type":"text_delta"}}"#, #"{"type":"#])
    func `an event of another form is invalid output`(data: String) {
        #expect(StreamReading("data: \(data)\n\n").failure == .invalidOutput)
    }

    @Test(arguments: ["[]", "7", "null", #"{"type":"content_block_stop","index":-9}"#, #"{"type":7}"#])
    func `an event of an odd form is no trap`(data: String) {
        #expect(StreamReading("data: \(data)\n\n").isCut)
    }
}
