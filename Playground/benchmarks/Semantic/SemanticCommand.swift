import Ladder
import LadderTesting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `benchmarks semantic`: how well an embedder separates questions with different answers, and what a semantic cache
/// with it would have served, right and wrong.
enum SemanticCommand {
    static let usage =
        "[--small | --data FILE] [--seeds 5] [--show] [--threshold T]   right and wrong hits on labelled questions"

    /// The share of questions that should be answered from the cache, and the share of these that may be wrong.
    private static let (wantedHitRate, allowedWrongShare) = (0.10, 0.01)

    static func run(_ arguments: [String]) async throws {
        let questions = try questions(arguments)
        let setup = SemanticSetup(questions)
        print("\(questions.count) questions, \(Set(questions.map(\.label)).count) labels, \(setup.embedder.id)")
        try await separation(setup, seeds: arguments.number(after: "--seeds") ?? 5)
        try await replay(setup)
        try await PublishedExamples.print(setup)
        if arguments.contains("--show") {
            try await SemanticExamples(setup: setup, threshold: arguments.number(after: "--threshold")).print()
        }
    }

    private static func questions(_ arguments: [String]) throws -> [LabelledQuestion] {
        guard let index = arguments.firstIndex(of: "--data"), index + 1 < arguments.count else {
            return try LabelledQuestion.questions(fromCSV: SampleQuestions.csv)
        }
        let bytes = try Data(contentsOf: URL(filePath: arguments[index + 1]))
        return try LabelledQuestion.questions(fromCSV: String(decoding: bytes, as: UTF8.self))
    }

    // MARK: Pairs

    private static func separation(_ setup: SemanticSetup, seeds: Int) async throws {
        let words = WordVectors(setup.questions.map(\.text))
        let count = min(5_000, setup.questions.count * 2)
        print(
            "\nArea under the ROC curve: \(count) pairs with one label, \(count) with two, half of them of near labels")
        print("seed  word TF-IDF  embedder   gain  with guards")
        var gains: [Double] = []
        for seed in 1...UInt64(max(1, seeds)) {
            let pairs = PairSample(setup.questions, words: words).pairs(seed: seed, count: count)
            let report = try await SemanticCalibrator(
                pairs.map(\.pair), embedder: setup.embedder, guards: setup.guards
            ).report()
            let baseline = PairSample.report(pairs, words: words).areaUnderCurve()
            let area = report.areaUnderCurve(withGuards: false)
            gains.append((area - baseline) * 100)
            let columns = [
                Table.pad("\(seed)", 4, right: true), Table.pad(baseline.text(digits: 4), 11, right: true),
                Table.pad(area.text(digits: 4), 8, right: true),
                Table.pad(((area - baseline) * 100).text(digits: 1), 5, right: true),
                Table.pad(report.areaUnderCurve().text(digits: 4), 11, right: true),
            ]
            print(columns.joined(separator: "  "))
            if seed == 1 { print("\n\(report)\n") }
        }
        let least = gains.min() ?? 0
        print("\(least >= 5 ? "✓" : "✗") at least \(least.text(digits: 1)) points above word TF-IDF; bar: 5")
    }

    // MARK: The stream

    private static func replay(_ setup: SemanticSetup) async throws {
        let (embedder, standard) = (setup.embedder, setup.embedder.thresholds)
        let thresholds = Set(
            [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.95, 0.97]
                + [standard.faq, standard.standard, standard.strict]
        ).sorted()
        print("\nAll questions in a random order (seed 1), stored on a miss")
        print("guards   threshold  answered  another label  (95 % confidence)  vetoed misses")
        var best: ReplayResult?
        for guards in [setup.guards, []] {
            let replay = SemanticReplay(setup.shuffled(seed: 1), embedder: embedder, guards: guards)
            for result in try await replay.results(thresholds: thresholds) {
                print(row(result, name: guards.isEmpty ? "without" : "with"))
                let isAllowed = result.hits > 0 && result.wrongShare.value <= allowedWrongShare
                if !guards.isEmpty, isAllowed, result.hits > best?.hits ?? 0 { best = result }
            }
        }
        let answered = best?.hitRate.value ?? 0
        let isLarge = setup.questions.count >= 1_000
        let mark = isLarge ? (answered >= wantedHitRate ? "✓" : "✗") : "too few questions to judge:"
        print(
            "\(mark) with guards \(answered.percent(digits: 1)) answered while at most 1 % of the answers have another "
                + "label; bar: 10 %")
        try await sizes(setup, threshold: best?.threshold ?? standard.standard)
    }

    private static func sizes(_ setup: SemanticSetup, threshold: Double) async throws {
        print("\nThe same at \(threshold.text(digits: 3)) with guards, by the size of the store")
        print("guards   entries    answered  another label  (95 % confidence)  vetoed misses")
        let replay = SemanticReplay(setup.shuffled(seed: 1), embedder: setup.embedder, guards: setup.guards)
        for result in try await replay.results(thresholds: [threshold], maximumEntries: [100, 500, 2_000, 10_000]) {
            print(row(result, name: "with", bySize: true))
        }
    }

    private static func row(_ result: ReplayResult, name: String, bySize: Bool = false) -> String {
        let wrong = result.wrongShare
        let range = "\(wrong.lower.percent(digits: 2)) to \(wrong.upper.percent(digits: 2))"
        return [
            Table.pad(name, 7),
            Table.pad(bySize ? "\(result.maximumEntries)" : result.threshold.text(digits: 3), 9, right: true),
            Table.pad(result.hitRate.value.percent(digits: 1), 8, right: true),
            Table.pad(result.hits == 0 ? "–" : wrong.value.percent(digits: 2), 13, right: true),
            Table.pad(result.hits == 0 ? "–" : range, 17, right: true),
            Table.pad("\(result.vetoedMisses)", 13, right: true),
        ].joined(separator: "  ")
    }
}
