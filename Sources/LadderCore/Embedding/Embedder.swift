/// A type that turns texts into vectors whose direction stands for their meaning.
///
/// Conform a type to it when you want Ladder to find questions asked in other words: StaticFAQ uses it for wordings
/// that no entry has, SemanticCache to find the same question again. One embedder may serve both. It may call a
/// provider over HTTP or a model on the device:
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
/// An embedder guarantees:
/// - `embed` returns one vector for each text, in the order of the texts, each with exactly ``dimensions`` finite
///   numbers that are not all zero. The same text gives nearly the same vector: the last bits may differ.
/// - ``id`` changes whenever the vectors do: another model, another version, another prefix or normalisation. Vectors
///   of different ids are never compared.
/// - It takes any number of texts, also none, of any length: it splits batches and cuts texts itself.
/// - It may be called from many tasks at once.
/// - When its task is cancelled it stops soon and throws `CancellationError`. Other failures are thrown, never
///   replaced by made-up vectors.
///
/// Vectors need not have unit length. An embedder needs no deadline, no retries and no cache of its own: the layer
/// that calls it sets a time limit and continues without vectors when that has passed. An embedder that fails, hangs
/// or returns invalid vectors never fails a call.
public protocol Embedder: Sendable {
    /// A name for the vectors, which changes whenever the vectors change.
    var id: String { get }

    /// The number of numbers in each vector.
    var dimensions: Int { get }

    /// The cosines from which on two texts of this embedder have the same meaning.
    var thresholds: SimilarityThresholds { get }

    /// Whether a request costs nothing, as with a model in the process.
    ///
    /// Where a call may spend nothing any more, only a free embedder is asked. Defaults to `false`.
    var isFree: Bool { get }

    /// Returns the vectors of `texts`, in their order.
    func embed(_ texts: [String]) async throws -> [[Float]]
}

extension Embedder {
    /// Whether a request costs nothing, which is not assumed.
    public var isFree: Bool { false }

    /// The standard thresholds, which fit sentence transformers.
    public var thresholds: SimilarityThresholds { SimilarityThresholds() }
}

/// The cosines from which on two texts have the same meaning.
///
/// Every embedder has a scale of its own: with some, unrelated texts have a cosine of 0.1, with others 0.7. The
/// defaults fit sentence transformers. Measure yours with questions of your own.
public struct SimilarityThresholds: Hashable, Sendable {
    /// The threshold for answers that were given to another question.
    public var standard: Double

    /// The same where a wrong answer is costly.
    public var strict: Double

    /// The threshold for answers that are written for many ways to ask, as in an FAQ.
    public var faq: Double

    /// Creates thresholds; each has the value for sentence transformers unless given.
    public init(standard: Double = 0.95, strict: Double = 0.97, faq: Double = 0.92) {
        self.standard = standard
        self.strict = strict
        self.faq = faq
    }
}
