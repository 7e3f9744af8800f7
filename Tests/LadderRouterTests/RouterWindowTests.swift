import LadderCore
import LadderRouter
import LadderTesting
import Testing

@Suite struct RouterWindowTests {
    private static let prices: PriceBook = {
        var book = PriceBook(date: "2026-11-28", prices: [:])
        for (model, window) in [("gpt-large", 200_000), ("gpt-small", 4_096)] {
            if let rates = TokenRates(dollarsPerMillion: "1", output: "1") {
                book.prices[model] = ModelPrice(rates, contextWindow: window)
            }
        }
        return book
    }()

    private func deployments(_ ids: String...) -> [Deployment] {
        ids.map { Deployment($0, client: ScriptedModel($0, .reply($0)), modelID: $0) }
    }

    private func answers(from deployments: [Deployment], to request: ChatRequest) async throws -> Set<String> {
        let pipeline = try Pipeline(models: []) { ModelRouter("gpt", deployments: deployments) }
            .priced(by: Self.prices)
        var answers: Set<String> = []
        for _ in 0..<40 { answers.insert(try await pipeline.respond(to: request).content) }
        return answers
    }

    private let long = ChatRequest(String(repeating: "word ", count: 8_000), model: "gpt")

    @Test func `a deployment whose known window is too small is not asked while another is left`() async throws {
        #expect(try await answers(from: deployments("gpt-small", "gpt-large"), to: long) == ["gpt-large"])
    }

    @Test func `a short request goes to all deployments`() async throws {
        let request = ChatRequest("Hello", model: "gpt")
        #expect(try await answers(from: deployments("gpt-small", "gpt-large"), to: request).count == 2)
    }

    @Test func `where every deployment is too small one is asked all the same`() async throws {
        #expect(try await answers(from: deployments("gpt-small"), to: long) == ["gpt-small"])
    }

    @Test(arguments: [(["gpt-small", "gpt-large"], ["gpt-small"]), (["gpt-small"], [])])
    func `the trace names what was passed over, and nothing that was asked`(
        ids: [String], passedOver: [String]
    ) async throws {
        let deployments = ids.map { Deployment($0, client: ScriptedModel($0, .reply($0)), modelID: $0) }
        let pipeline = try Pipeline(models: []) { ModelRouter("gpt", deployments: deployments) }
            .priced(by: Self.prices)
        let events = try await pipeline.respond(to: long).trace.events.filter { $0.verdict == .skipped }
        #expect(events.map(\.detail) == passedOver.map { .target($0) })
    }
}
