import LadderCore
import LadderStaticFAQ
import LadderTesting

/// A help desk whose model is down, in virtual time.
struct Desk {
    static let entries = [
        faq("refund", "Five days.", ["How long does a refund take?", "When do I get my money back?"]),
        faq("cancel", "Before it ships.", ["How do I cancel my order?"]),
        faq("roaming", "In settings.", ["How do I turn on roaming?", "Roaming activation"]),
        faq("trial", "Yes.", ["Can I extend the 14 day trial?"]),
    ]

    struct Answer: Sendable {
        var text: String
        var level: FallbackLevel
        var took: Duration
        var notes: [String]
        var similarity: Double?
    }

    let simulation: Simulation
    let embedder: ToyEmbedder
    let pipeline: Pipeline
    private let isUp = Switch()

    private final class Switch: Sendable {
        let value = Locked(false)
    }

    init(
        seed: UInt64 = 5, policy: StaticFAQPolicy = StaticFAQPolicy(), entries: [FAQEntry] = Desk.entries,
        _ behaviour: ToyEmbedder.Behaviour = .well
    ) throws {
        let simulation = Simulation(seed: seed)
        let embedder = ToyEmbedder(on: simulation)
        embedder.becomes(behaviour)
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

    func modelIs(up: Bool) {
        isUp.value.withLock { $0 = up }
    }

    /// Asks, and tells how long that took.
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
