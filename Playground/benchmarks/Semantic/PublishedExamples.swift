import Ladder

/// Pairs that other semantic caches publish as examples, and pairs that must never answer each other.
enum PublishedExamples {
    private static let pairs = [
        ("What is the capital of France?", "Tell me France's capital city", true),
        ("What is photosynthesis?", "Explain photosynthesis", true),
        ("What is photosynthesis?", "How does photosynthesis work?", true),
        ("Explain photosynthesis", "How does photosynthesis work?", true),
        ("Turn on dark mode", "Turn off dark mode", false),
        ("How do I get from Paris to Rome?", "How do I get from Rome to Paris?", false),
        ("Can I take 10 mg of it?", "Can I take 100 mg of it?", false),
        ("Is it good with sugar?", "Is it good without sugar?", false),
        ("What are the 2023 results?", "What are the 2024 results?", false),
        ("Who founded Apple?", "Who founded Google?", false),
        ("How do I increase the volume?", "How do I decrease the volume?", false),
        ("Can I eat before the test?", "Can I eat after the test?", false),
        ("Delete all files", "Delete some files", false),
    ]

    /// Prints the similarity of each pair, its veto, and whether it is a hit at the standard threshold.
    static func print(_ setup: SemanticSetup) async throws {
        let labelled = pairs.map { LabelledPair(first: $0.0, second: $0.1, isSame: $0.2) }
        let report = try await SemanticCalibrator(labelled, embedder: setup.embedder, guards: setup.guards).report()
        let threshold = setup.embedder.thresholds.standard
        Swift.print("\nPublished examples at the standard threshold, \(threshold.text(digits: 3))")
        for pair in report.pairs {
            let outcome = pair.similarity < threshold ? "miss" : pair.veto == nil ? "hit" : "veto"
            let veto = pair.veto.map { " (\($0))" } ?? ""
            let questions = "\(pair.pair.first) / \(pair.pair.second)"
            Swift.print("  \(pair.similarity.text(digits: 3))  \(Table.pad(outcome, 4))  \(questions)\(veto)")
        }
    }
}
