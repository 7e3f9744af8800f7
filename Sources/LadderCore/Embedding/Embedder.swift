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

    /// The price of a million tokens of text: zero for a model in the process, nil where it is unknown.
    ///
    /// What an embedder costs is charged to the call and its budget. Where a call may spend nothing any more, only an
    /// embedder that is free is asked. Defaults to nil.
    var pricePerMillionTokens: Money? { get }

    /// Whether a short text takes microseconds and no call ever waits, so that a layer may call the embedder without
    /// a task and a limit of time around it.
    ///
    /// Defaults to `false`. An embedder that computes from tables in memory returns `true`.
    var answersAtOnce: Bool { get }

    /// Returns the vectors of `texts`, in their order.
    func embed(_ texts: [String]) async throws -> [[Float]]
}

extension Embedder {
    /// An unknown price.
    public var pricePerMillionTokens: Money? { nil }

    /// `false`, for an embedder that may wait for a network or a model.
    public var answersAtOnce: Bool { false }

    /// Whether a request costs nothing, as with a model in the process.
    package var isFree: Bool { pricePerMillionTokens == .zero }

    /// The standard thresholds, which fit sentence transformers.
    public var thresholds: SimilarityThresholds { SimilarityThresholds() }
}
