public import LadderCore

/// An embedder with simple meanings, which fails, waits or returns invalid vectors as a test wants, and records its texts.
///
/// A text is a set of words. Words of one meaning are the same word to it:
///
/// ```swift
/// let embedder = ScriptedEmbedder(meanings: [["refund", "reimbursement"], ["get", "receive", "obtain"]])
/// let vectors = try await embedder.embed(["Can I get a refund", "can I obtain a reimbursement?"])
/// print(vectors[0] == vectors[1])  // true
/// ```
///
/// The cosine of two texts is the number of words that both have, divided by the square root of the product of the
/// numbers of words that each has. Copies share the script and the record.
public struct ScriptedEmbedder: Embedder {
    /// What an embedder does when it is called.
    public enum Behaviour: Hashable, Sendable {
        /// Returns the vectors at once.
        case answers
        /// Returns the vectors after this time.
        case takes(Duration)
        /// Throws an error.
        case fails
        /// Never returns, until its task is cancelled.
        case hangs
        /// Returns after this time, also when its task is cancelled before.
        case ignoresCancellation(for: Duration)
        /// Returns vectors with one number too few.
        case wrongDimensions
        /// Returns one vector too few.
        case missingVector
        /// Returns vectors whose numbers are not finite.
        case notFinite
    }

    /// The name of the vectors.
    public let id: String
    /// The number of numbers in each vector.
    public let dimensions: Int
    /// The thresholds that a layer takes unless its policy has one.
    public let thresholds: SimilarityThresholds
    /// The price of a million tokens.
    public let pricePerMillionTokens: Money?
    /// Whether a layer may call the embedder without a limit of time around it.
    public let answersAtOnce: Bool
    private let meanings: [[String]]
    private let runtime: Runtime
    private let state: State

    private final class State: Sendable {
        let script: Locked<[Behaviour]>
        let texts = Locked<[String]>([])

        init(_ script: [Behaviour]) {
            self.script = Locked(script)
        }
    }

    /// Creates an embedder.
    ///
    /// - Parameters:
    ///   - id: The name of the vectors.
    ///   - meanings: Lists of words with the same meaning, in small letters.
    ///   - dimensions: The number of numbers in each vector; at least one more than there are meanings.
    ///   - thresholds: The thresholds that a layer takes unless its policy has one.
    ///   - pricePerMillionTokens: The price; zero for an embedder that is free.
    ///   - answersAtOnce: Whether a layer may call it without a limit of time around it.
    ///   - runtime: The runtime on which it waits.
    ///   - script: What it does, one behaviour for each call; the last one is repeated. It answers where none is given.
    public init(
        _ id: String = "scripted", meanings: [[String]] = [], dimensions: Int = 256,
        thresholds: SimilarityThresholds = SimilarityThresholds(), pricePerMillionTokens: Money? = .zero,
        answersAtOnce: Bool = false, on runtime: Runtime = .live, script: [Behaviour] = []
    ) {
        self.id = id
        self.meanings = meanings
        self.dimensions = dimensions
        self.thresholds = thresholds
        self.pricePerMillionTokens = pricePerMillionTokens
        self.answersAtOnce = answersAtOnce
        self.runtime = runtime
        state = State(script)
    }

    /// The texts that it was asked to embed, also in calls that failed.
    public var texts: [String] { state.texts.withLock { $0 } }

    /// Changes what it does from now on.
    public func set(_ behaviour: Behaviour) {
        state.script.withLock { $0 = [behaviour] }
    }

    /// Plays the next behaviour of the script.
    public func embed(_ texts: [String]) async throws -> [[Float]] {
        state.texts.withLock { $0 += texts }
        let behaviour = state.script.withLock { script -> Behaviour in
            script.count > 1 ? script.removeFirst() : script.first ?? .answers
        }
        let vectors = texts.map(vector)
        switch behaviour {
        case .answers: return vectors
        case .takes(let time):
            try await runtime.sleep(for: time)
            return vectors
        case .fails: throw ChatError(.server, message: "the embedder fails as its script says")
        case .hangs:
            try await runtime.sleep(until: .distantFuture)
            return vectors
        case .ignoresCancellation(let time):
            await withCheckedContinuation { continuation in
                runtime.spawn("embedder that ignores cancellation") { [runtime] in
                    try? await runtime.sleep(for: time)
                    continuation.resume()
                }
            }
            return vectors
        case .wrongDimensions: return vectors.map { Array($0.dropLast()) }
        case .missingVector: return Array(vectors.dropLast())
        case .notFinite: return vectors.map { $0.map { _ in .nan } }
        }
    }

    private func vector(of text: String) -> [Float] {
        var vector = [Float](repeating: 0, count: dimensions)
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for word in words { vector[place(of: word)] = 1 }
        if words.isEmpty { vector[0] = 1 }
        return vector
    }

    private func place(of word: String) -> Int {
        if let meaning = meanings.firstIndex(where: { $0.contains(word) }) { return meaning }
        let hash = word.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return meanings.count + Int(hash % UInt64(max(1, dimensions - meanings.count)))
    }
}
