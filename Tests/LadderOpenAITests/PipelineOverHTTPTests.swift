import ClientTestSupport
import Ladder
import LadderHTTP
import LadderOpenAI
import LadderTesting
import Loopback
import Testing

/// Whole pipelines over real HTTP. They wait for events; the only durations are limits of the pipeline itself.
@Suite struct PipelineOverHTTPTests {
    private static func model(_ name: String, at server: LoopbackServer) -> OpenAIModel {
        OpenAIModel(name, server: OpenAIServer(baseURL: server.url + "/v1"), transport: URLSessionTransport())
    }

    private static func answering(_ text: String) throws -> LoopbackServer {
        try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk("data: {\"choices\": [{\"delta\": {\"content\": \"\(text)\"}}]}\n\n")
            connection.sendChunk("data: {\"choices\": [{\"delta\": {}, \"finish_reason\": \"stop\"}]}\n\n")
            connection.sendChunk(
                "data: {\"choices\": [], \"usage\": {\"prompt_tokens\": 7, \"completion_tokens\": 3}}\n\ndata: [DONE]\n\n"
            )
            connection.endChunks()
        }
    }

    @Test(arguments: [false, true])
    func `a stream that sends a role, pings and comments and then stalls fails over at the first-token limit`(
        streamed: Bool
    ) async throws {
        let stalled = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk(": keep-alive\n\n")
            connection.sendChunk("data: {\"choices\": [{\"delta\": {\"role\": \"assistant\", \"content\": \"\"}}]}\n\n")
            connection.sendChunk("event: ping\ndata: {}\n\n: keep-alive\n\n")
            connection.waitForClose()
        }
        let healthy = try Self.answering("Hello")
        let pipeline = try Pipeline.standard(
            model: Self.model("stalled", at: stalled), fallbacks: [Self.model("healthy", at: healthy)],
            retry: RetryPolicy(maximumAttempts: 1), timeout: .patient
        ).inserting(ImpatientWith(model: "stalled"), before: Timeout.self)
        let answer =
            streamed
            ? try await pipeline.streamResponse(to: "Hi").collect() : try await pipeline.respond(to: "Hi")
        #expect(answer.content == "Hello")
        #expect(answer.fallbackLevel == .fallbackModel)
        #expect(answer.attempts.first?.error == .timedOut(.firstToken))
        #expect(answer.usage == Usage(inputTokens: 7, outputTokens: 3))
        // The connection of the attempt that was cut is closed.
        await stalled.wait { $0.open == 0 }
    }

    @Test func `a cut stream reaches the caller as partial, is charged an estimate, and is not cached`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk("data: {\"choices\": [{\"delta\": {\"content\": \"Half an \"}}]}\n\n")
            connection.close()
        }
        let ledger = InMemoryLedger()
        let budget = BudgetCheck(BudgetLimit(.tokens(100_000), each: .tenant, per: .day), ledger: ledger)
        let cache = ExactCache()
        let pipeline = try Pipeline(model: Self.model("gpt", at: server)) {
            budget
            cache
        }
        for _ in 0..<2 {
            let answer = try await pipeline.streamResponse(to: "Tell me").collect()
            #expect(answer.content == "Half an ")
            #expect(answer.finishReason == .partial(.error(.server)))
            #expect(answer.usage.isEstimated)
            #expect(answer.usage.outputTokens > 0)
        }
        #expect(server.counts.requests.count == 2)
        #expect(cache.statistics.total.stored == 0)
    }

    @Test func `a caller that is cancelled closes the connection`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk(": nothing yet\n\n")
            connection.waitForClose()
        }
        let pipeline = try Pipeline.standard(model: Self.model("gpt", at: server))
        let call = Task { try await pipeline.respond(to: "Hi") }
        await server.wait { $0.requests.count == 1 }
        call.cancel()
        await server.wait { $0.open == 0 }
        await #expect(throws: CancellationError.self) { try await call.value }
    }

    @Test func `a reader that releases the stream closes the connection`() async throws {
        let server = try LoopbackServer { _, connection in
            connection.beginEvents()
            connection.sendChunk("data: {\"choices\": [{\"delta\": {\"content\": \"One\"}}]}\n\n")
            connection.waitForClose()
        }
        let pipeline = try Pipeline.standard(model: Self.model("gpt", at: server))
        do {
            let stream = try await pipeline.streamResponse(to: "Hi")
            #expect(try await stream.next() == .text("One"))
        }
        await server.wait { $0.open == 0 }
    }

    @Test func `a hundred streams at once all end`() async throws {
        let server = try Self.answering("Hello")
        let pipeline = try Pipeline(model: Self.model("gpt", at: server)) { Timeout() }
        let requests = (0..<100).map { ChatRequest("Question \($0)") }
        let answers = await pipeline.respond(to: requests, maximumConcurrent: 100)
        #expect(try answers.allSatisfy { try $0.get().content == "Hello" })
    }
}
