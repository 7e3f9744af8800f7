/// Turns texts into vectors whose direction is their meaning.
///
/// Conform a type to it when you want Ladder to find questions asked in other words: StaticFAQ uses it to match wordings
/// nobody wrote down, SemanticCache to find the same question again. One embedder may serve both. An HTTP call to a
/// provider is as good as a model on the device:
///
/// ```swift
/// struct CloudEmbedder: Embedder {
///     let id = "text-embedding-3-small@512"
///     let dimensions = 512
///     let fetch: @Sendable ([String]) async throws -> [[Float]]
///
///     func embed(_ texts: [String]) async throws -> [[Float]] {
///         try await fetch(texts)
///     }
/// }
/// ```
///
/// What an embedder must keep:
/// - `embed` returns one vector for each text, in the order of the texts, each with exactly ``dimensions`` finite numbers
///   that are not all zero. The same text gives the same vector, nearly: the last bits may differ.
/// - ``id`` changes whenever the vectors do: another model, another version, another prefix or normalisation. Vectors of
///   different ids are never compared.
/// - It takes any number of texts, none included, of any length: split into batches and cut texts yourself.
/// - It may be called from many tasks at once.
/// - When its task is cancelled it stops soon and throws `CancellationError`. Other failures are thrown, never answered
///   with made-up vectors.
///
/// What it need not care about: vectors need not have unit length, and it needs no deadline, no retries and no cache of its
/// own. Whoever asks sets a deadline, leaves when that has passed, and goes on without vectors: an embedder that fails,
/// hangs or answers nonsense never fails a call.
public protocol Embedder: Sendable {
    /// Names the vectors: it changes whenever they do.
    var id: String { get }

    /// How many numbers each vector has.
    var dimensions: Int { get }

    /// From which cosine on two texts mean the same, as far as this embedder is concerned.
    var thresholds: SimilarityThresholds { get }

    /// The vectors of `texts`, in their order.
    func embed(_ texts: [String]) async throws -> [[Float]]
}

extension Embedder {
    /// The thresholds of sentence transformers.
    public var thresholds: SimilarityThresholds { SimilarityThresholds() }
}

/// From which cosine on two texts are taken to mean the same.
///
/// Every embedder has a scale of its own: with some, unrelated texts are at 0.1, with others at 0.7. The defaults are usual
/// for sentence transformers. Measure yours on questions of your own.
public struct SimilarityThresholds: Hashable, Sendable {
    /// For answers that were given to another question.
    public var usual: Double

    /// The same, where a wrong answer is costly.
    public var strict: Double

    /// For answers that were written for every way to ask, such as an FAQ.
    public var lenient: Double

    /// Thresholds, each with its usual value unless given.
    public init(usual: Double = 0.95, strict: Double = 0.97, lenient: Double = 0.92) {
        self.usual = usual
        self.strict = strict
        self.lenient = lenient
    }
}
