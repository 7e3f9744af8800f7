import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// A layer whose budget is used up.
private struct NoBudget: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        throw ChatError(.budgetExhausted(resets: nil))
    }
}

/// An embedder for which all texts have the same meaning.
private final class OneMeaning: Embedder {
    let id = "one-meaning"
    let dimensions = 2
    let pricePerMillionTokens: Money?
    let calls = Locked(0)

    init(isFree: Bool) { pricePerMillionTokens = isFree ? .zero : nil }

    func embed(_ texts: [String]) async throws -> [[Float]] {
        calls.withLock { $0 += 1 }
        return texts.map { _ in [1, 0] }
    }
}

@Suite struct PaidEmbedderTests {
    private func ask(_ embedder: OneMeaning) throws -> ChatResponse {
        let simulation = Simulation(seed: 1)
        let entry = FAQEntry(id: "hours", phrasings: ["When are you open?"], answer: "Weekdays, 9 to 18.")
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))) {
            StaticFAQ([entry], embedder: embedder)
            NoBudget()
        }.running(on: simulation)
        return try simulation.run { try await pipeline.respond(to: "At what time may I come by to see you?") }
    }

    @Test func `where the budget is used up, an embedder that costs money is not asked about the question`() throws {
        let paid = OneMeaning(isFree: false)
        let response = try ask(paid)
        #expect(response.fallbackLevel == .apology)
        #expect(response.trace.description.contains("the embedder costs money"))
    }

    @Test func `where the budget is used up, a free embedder is asked`() throws {
        let response = try ask(OneMeaning(isFree: true))
        #expect(response.fallbackLevel == .staticFAQ)
    }
}
