import LadderCore
import LadderTesting

/// An embedder of synonyms: words of one group share a dimension, and all other words share the last one.
struct SynonymEmbedder: Embedder {
    enum Behaviour: Sendable, Equatable {
        case healthy
        case slow(Duration)
        case hangs
        case ignoresCancellation
        case fails
        case throwsCancellation
        case short
        case missing
        case notNumbers
        case zero
        case infinite
    }

    static let groups: [[String]] = [
        ["refund", "money", "reimbursed", "repaid"], ["long", "when", "wait", "days"], ["cancel", "stop", "undo"],
        ["order", "purchase"], ["roaming", "abroad"], ["on", "off", "activate"], ["extend", "prolong"],
        ["trial", "tryout"],
    ]

    let id = "synonyms"
    let pricePerMillionTokens: Money? = .zero
    var dimensions = groups.count + 1
    let runtime: Runtime
    private let state = State()

    init(on simulation: Simulation) {
        runtime = Runtime(simulation)
    }

    /// The texts of all calls, and the present behaviour.
    final class State: Sendable {
        let texts = Locked<[[String]]>([])
        let behaviour = Locked(Behaviour.healthy)
    }

    var calls: [[String]] { state.texts.withLock { $0 } }

    func set(_ behaviour: Behaviour) {
        state.behaviour.withLock { $0 = behaviour }
    }

    func embed(_ texts: [String]) async throws -> [[Float]] {
        state.texts.withLock { $0.append(texts) }
        let vectors = texts.map(vector)
        switch state.behaviour.withLock({ $0 }) {
        case .healthy: return vectors
        case .slow(let time):
            try await runtime.sleep(for: time)
            return vectors
        case .hangs:
            try await runtime.sleep(for: .seconds(86_400))
            return vectors
        case .ignoresCancellation:
            await withCheckedContinuation { continuation in
                runtime.spawn("embedder that ignores cancellation") {
                    try? await runtime.sleep(for: .seconds(40))
                    continuation.resume()
                }
            }
            return vectors
        case .fails: throw ChatError(.server)
        case .throwsCancellation: throw CancellationError()
        case .short: return vectors.map { Array($0.dropLast()) }
        case .missing: return Array(vectors.dropLast())
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
