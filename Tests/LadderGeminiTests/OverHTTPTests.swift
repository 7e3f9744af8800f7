import ClientTestSupport
import Ladder
import LadderGemini
import LadderHTTP
import LadderTesting
import Loopback
import Testing

/// The client over real HTTP. Nothing waits for a time; the only duration is a limit of the pipeline itself.
@Suite struct OverHTTPTests {
    private static func model(_ name: String, at server: LoopbackServer) -> GeminiModel {
        GeminiModel(name, key: APIKey("k"), baseURL: server.url, transport: URLSessionTransport())
    }

    @Test func `a stream in chunks is read to its end, and its request is what Gemini expects`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            for event in Fixtures.tools.split(separator: "\r\n\r\n") {
                connection.sendChunk(event.prefix(40) + "")
                connection.sendChunk(event.dropFirst(40) + "\r\n\r\n")
            }
            connection.endChunks()
        }
        let pipeline = try Pipeline(model: Self.model("gemini-2.5-pro", at: server)) {}
        let answer = try await pipeline.streamResponse(to: "Hi").collect()
        #expect(answer.message.content.toolCalls.count == 3)
        #expect(answer.finishReason == .toolCalls)
        #expect(answer.usage == Usage(inputTokens: 20, outputTokens: 18, reasoningTokens: 6))
    }

    @Test func `a stream that only thinks and then stalls fails over, and its connection is closed`() async throws {
        let stalled = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk(String(Fixtures.thinking.split(separator: "\r\n\r\n")[0] + "\r\n\r\n"))
            connection.waitForClose()
        }
        let healthy = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk(Fixtures.text)
            connection.endChunks()
        }
        let pipeline = try Pipeline(models: [
            Self.model("gemini-2.5-pro", at: stalled), Self.model("gemini-2.0-flash", at: healthy),
        ]) {
            ModelFallback("gemini-2.0-flash")
            ImpatientWith(model: "gemini-2.5-pro")
        }
        let answer = try await pipeline.streamResponse(to: "Hi").collect()
        #expect(answer.content == "The sky is blue: ☀️ Rayleigh.")
        #expect(answer.fallbackLevel == .fallbackModel)
        await stalled.wait { $0.open == 0 }
    }
}
