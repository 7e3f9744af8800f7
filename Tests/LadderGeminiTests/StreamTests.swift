import ClientTestSupport
import LadderCore
import Testing

@testable import LadderGemini

@Suite struct StreamTests {
    @Test(arguments: Fixtures.all)
    func `a stream means the same whole, byte by byte and split at every position`(stream: String) {
        #expect(StreamReading.differences(of: stream).isEmpty)
    }

    @Test func `a stream of text ends with its usage and the id of the answer`() throws {
        let stream = StreamReading(Fixtures.text)
        #expect(stream.text == "The sky is blue: ☀️ Rayleigh.")
        #expect(stream.progress == 0)
        let ending = try #require(stream.ending)
        #expect(ending.finishReason == .stop)
        #expect(ending.usage == Usage(inputTokens: 8, outputTokens: 9, cacheReadTokens: 4))
        #expect(ending.metadata?.requestID == "r-1")
    }

    @Test func `thoughts are progress, and come as one part before the text that follows them`() throws {
        let stream = StreamReading(Fixtures.thinking)
        #expect(stream.progress == 2)
        #expect(
            stream.chunks.dropLast() == [
                .part(.reasoning(ReasoningContent(text: "I look at the units.", model: "gemini"))),
                .text("42"),
                .part(.reasoning(ReasoningContent(opaqueBytes: Array("c2lnbmVk".utf8), model: "gemini"))),
            ])
        #expect(stream.ending?.usage == Usage(inputTokens: 10, outputTokens: 51, reasoningTokens: 50))
    }

    @Test func `parallel tool calls get identifiers, arguments and the signature of the first`() {
        let stream = StreamReading(Fixtures.tools)
        #expect(stream.calls.map(\.index) == [0, 1, 2])
        #expect(stream.calls.map(\.name) == ["weather", "weather", "clock"])
        #expect(stream.calls.map(\.id) == ["gemini_call_1", "gemini_call_2", "gemini_call_3"])
        #expect(stream.calls.map(\.arguments) == [#"{"city":"Köln"}"#, #"{"city":"Bonn"}"#, "{}"])
        #expect(stream.calls[0].signature == ModelSignature(bytes: Array("dGhvdWdodA==".utf8), model: "gemini"))
        #expect(stream.calls[1].signature == nil)
        #expect(stream.ending?.finishReason == .toolCalls)
    }

    @Test func `a filter in the middle ends the answer as filtered`() {
        let stream = StreamReading(Fixtures.filtered)
        #expect(stream.text == "First you")
        #expect(stream.ending?.finishReason == .filtered)
    }

    @Test func `a blocked prompt is an error with its reason and the tokens it used`() throws {
        let error = try #require(StreamReading(Fixtures.blocked).error)
        #expect(error.kind == .contentFiltered)
        #expect(error.providerCode == "PROHIBITED_CONTENT")
        #expect(error.usage?.inputTokens == 6)
    }

    @Test func `an error inside the stream is classed by its body`() {
        let stream = StreamReading(Fixtures.broken)
        #expect(stream.text == "Half")
        #expect(stream.error?.kind == .overloaded)
    }

    @Test func `a tool call that the model wrote wrongly is invalid output`() {
        let error = StreamReading(Fixtures.malformedCall).error
        #expect(error?.kind == .invalidOutput)
        #expect(error?.description.contains("weather(") == false)
    }

    @Test(arguments: ["", #"data: {"usageMetadata": {}}"# + "\r\n\r\n"])
    func `text that comes together with a failure is kept`(rest: String) {
        let event = #"{"candidates": [{"content": {"parts": [{"text": "Half"}]}, "finishReason": "OTHER"}]}"#
        let stream = StreamReading(Fixtures.events(event) + rest)
        #expect(stream.text == "Half")
        #expect(stream.error?.kind == .invalidOutput)
        #expect(stream.error?.providerCode == "OTHER")
    }

    @Test func `an empty part does not part a thought`() {
        let stream = StreamReading(
            Fixtures.events(
                #"{"candidates": [{"content": {"parts": [{"thought": true, "text": "a"}, {"text": ""}]}}]}"#,
                #"{"candidates": [{"content": {"parts": [{"thought": true, "text": "b"}, {"text": "c"}]}, "finishReason": "STOP"}]}"#
            ))
        #expect(stream.reasoning.map(\.text) == ["ab"])
        #expect(stream.text == "c")
    }

    @Test func `a stream that ends without a finish reason was cut`() {
        let stream = StreamReading(Fixtures.cut)
        #expect(stream.isCut)
        #expect(stream.ending == nil)
    }

    @Test func `a part after the finish reason still belongs to the answer`() {
        let stream = StreamReading(
            Fixtures.events(
                #"{"candidates": [{"content": {"parts": [{"text": "a"}]}, "finishReason": "STOP"}]}"#,
                #"{"candidates": [{"content": {"parts": [{"text": "b"}]}, "finishReason": "STOP"}]}"#,
                #"{"usageMetadata": {"promptTokenCount": 3, "candidatesTokenCount": 2}}"#))
        #expect(stream.text == "ab")
        #expect(stream.ending?.usage == Usage(inputTokens: 3, outputTokens: 2))
    }

    @Test(arguments: ["{", "[1]", "\"text\"", "{}", "null", "{\"candidates\": 7}", "{\"candidates\": [{}]}"])
    func `an event of another form is invalid output or says nothing`(data: String) {
        let stream = StreamReading(Fixtures.events(data))
        #expect(stream.chunks.isEmpty)
        #expect(stream.error.map { $0.kind == .invalidOutput } ?? stream.isCut)
    }

    @Test func `a thought that the end cuts is kept`() {
        let stream = StreamReading(
            Fixtures.events(
                #"{"candidates": [{"content": {"parts": [{"thought": true, "text": "Hm"}]}, "finishReason": "MAX_TOKENS"}]}"#
            ))
        #expect(stream.reasoning.map(\.text) == ["Hm"])
        #expect(stream.ending?.finishReason == .length)
    }
}
