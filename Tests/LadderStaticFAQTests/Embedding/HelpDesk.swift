import LadderCore
import LadderStaticFAQ
import LadderTesting

/// A help desk whose model is down, in virtual time.
struct HelpDesk {
    static let entries = [
        faq(
            "refund", answer: "Five days.", phrasings: ["How long does a refund take?", "When do I get my money back?"]),
        faq("cancel", answer: "Before it ships.", phrasings: ["How do I cancel my order?"]),
        faq("roaming", answer: "In settings.", phrasings: ["How do I turn on roaming?", "Roaming activation"]),
        faq("trial", answer: "Yes.", phrasings: ["Can I extend the 14 day trial?"]),
    ]

    struct Answer: Sendable {
        var text: String
        var level: FallbackLevel
        var took: Duration
        var notes: [String]
        var similarity: Double?
    }

    let simulation: Simulation
    let embedder: SynonymEmbedder
    let pipeline: Pipeline
    private let isUp = Switch()

    private final class Switch: Sendable {
        let value = Locked(false)
    }

    init(
        _ behaviour: SynonymEmbedder.Behaviour = .healthy, seed: UInt64 = 5,
        policy: StaticFAQPolicy = StaticFAQPolicy(), entries: [FAQEntry] = HelpDesk.entries
    ) throws {
        let simulation = Simulation(seed: seed)
        let embedder = SynonymEmbedder(on: simulation)
        embedder.set(behaviour)
        let isUp = isUp
        let model = ClosureModel("m") { _ in
            guard isUp.value.withLock({ $0 }) else { throw ChatError(.server) }
            return Completion("from the model")
        }
        self.simulation = simulation
        self.embedder = embedder
        pipeline = try Pipeline(model: model) {
            StaticFAQ(entries, policy: policy, embedder: embedder)
        }.running(on: simulation)
    }

    func setModel(isUp: Bool) {
        self.isUp.value.withLock { $0 = isUp }
    }

    /// Asks a question, and measures how long the answer takes.
    func ask(_ question: String, options: CallOptions = CallOptions()) async throws -> Answer {
        let start = simulation.now
        let response = try await pipeline.respond(to: question, options: options)
        let events = response.trace.events.filter { $0.stage == StaticFAQ.name }
        var similarity: Double?
        if case .similarity(let value) = events.last?.detail { similarity = value }
        return Answer(
            text: response.content, level: response.fallbackLevel, took: simulation.now - start,
            notes: events.map(\.reason), similarity: similarity)
    }
}
