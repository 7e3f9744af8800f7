import LadderCore
import LadderModelFallback
import LadderTesting
import Testing

@Suite struct WindowTests {
    private static let prices: PriceBook = {
        var book = PriceBook(date: "2026-11-28", prices: [:])
        for (model, window) in [("large", 200_000), ("small", 4_096), ("middle", 16_000), ("tiny", 100)] {
            if let rates = TokenRates(dollarsPerMillion: "1", output: "1") {
                book.prices[model] = ModelPrice(rates, contextWindow: window)
            }
        }
        return book
    }()

    private static let long = ChatRequest(String(repeating: "word ", count: 8_000), model: "first")

    private func answer(
        after kind: ChatError.Kind, candidates: [FallbackCandidate], request: ChatRequest = long
    ) async throws -> ChatResponse {
        let models: [any ChatModel] =
            [ScriptedModel("first", .fail(kind))] + candidates.map { ScriptedModel($0.model, .reply($0.model)) }
        let pipeline = try Pipeline(models: models) { ModelFallback(ModelFallbackPolicy(candidates)) }
            .priced(by: Self.prices)
        return try await pipeline.respond(to: request)
    }

    @Test func `a candidate whose known window is too small is passed over, with a line in the trace`() async throws {
        let response = try await answer(after: .server, candidates: ["small", "unknown", "large"])
        #expect(response.model == "unknown")
        #expect(response.trace.events.contains { $0.verdict == .skipped && $0.detail == .target("small") })
    }

    @Test func `a short request asks the candidates in their order`() async throws {
        let short = ChatRequest("Hello", model: "first")
        #expect(try await answer(after: .server, candidates: ["small", "large"], request: short).model == "small")
    }

    @Test func `a short request is longer than a tiny window`() async throws {
        let short = ChatRequest(String(repeating: "word ", count: 300), model: "first")
        #expect(try await answer(after: .server, candidates: ["tiny", "small"], request: short).model == "small")
    }

    @Test func `where every candidate is too small the first is asked all the same`() async throws {
        #expect(try await answer(after: .server, candidates: ["small"]).model == "small")
    }

    @Test func `after a conversation was too long, a window that is known to be larger needs no mark`() async throws {
        var queue = CandidateQueue(["small", "unknown", "large"], replacing: "middle")
        let windows = ModelWindows(tokens: 20_000) { Self.prices.price(of: $0)?.contextWindow }
        #expect(queue.next(after: .largerWindow, of: "middle", windows: windows)?.model == "large")
        #expect(queue.next(after: .anyModel, windows: windows) == nil)
    }

    @Test func `after a model of unknown window only marked candidates are asked`() {
        var queue = CandidateQueue(
            ["large", FallbackCandidate("marked", hasLargerWindow: true)], replacing: "unknown")
        let windows = ModelWindows(tokens: 20_000) { Self.prices.price(of: $0)?.contextWindow }
        #expect(queue.next(after: .largerWindow, of: "unknown", windows: windows)?.model == "marked")
    }
}
