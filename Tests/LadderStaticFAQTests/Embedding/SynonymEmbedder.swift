import LadderCore
import LadderTesting

/// Knows synonyms: words of one group share a dimension, all others are unknown and share the last one.
struct ToyEmbedder: Embedder {
    enum Behaviour: Sendable, Equatable {
        case well
        case slow(Duration)
        case hangs
        case deaf
        case fails
        case throwsCancellation
        case short
        case none
        case notNumbers
        case zero
        case infinite
    }

    static let groups: [[String]] = [
        ["refund", "money", "reimbursed", "repaid"], ["long", "when", "wait", "days"], ["cancel", "stop", "undo"],
        ["order", "purchase"], ["roaming", "abroad"], ["on", "off", "activate"], ["extend", "prolong"],
        ["trial", "tryout"],
    ]

    let id = "toy"
    var dimensions = groups.count + 1
    let runtime: Runtime
    private let asked = Asked()

    init(on simulation: Simulation) {
        runtime = Runtime(simulation)
    }

    /// What it was asked, and how it is.
    final class Asked: Sendable {
        let texts = Locked<[[String]]>([])
        let behaviour = Locked(Behaviour.well)
    }

    var asks: [[String]] { asked.texts.withLock { $0 } }

    func becomes(_ behaviour: Behaviour) {
        asked.behaviour.withLock { $0 = behaviour }
    }

    func embed(_ texts: [String]) async throws -> [[Float]] {
        asked.texts.withLock { $0.append(texts) }
        let vectors = texts.map(vector)
        switch asked.behaviour.withLock({ $0 }) {
        case .well: return vectors
        case .slow(let time):
            try await runtime.sleep(for: time)
            return vectors
        case .hangs:
            try await runtime.sleep(for: .seconds(86_400))
            return vectors
        case .deaf:
            await withCheckedContinuation { continuation in
                runtime.spawn("deaf embedder") {
                    try? await runtime.sleep(for: .seconds(40))
                    continuation.resume()
                }
            }
            return vectors
        case .fails: throw ChatError(.server)
        case .throwsCancellation: throw CancellationError()
        case .short: return vectors.map { Array($0.dropLast()) }
        case .none: return Array(vectors.dropLast())
        case .notNumbers: return vectors.map { $0.map { _ in .nan } }
        case .zero: return vectors.map { $0.map { _ in 0 } }
        case .infinite: return vectors.map { $0.map { _ in .infinity } }
        }
    }

    private func vector(_ text: String) -> [Float] {
        var vector = [Float](repeating: 0, count: Self.groups.count + 1)
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
            let place = Self.groups.firstIndex { $0.contains(String(word)) }
            vector[place ?? Self.groups.count] += place == nil ? 0.1 : 3
        }
        return vector
    }
}
