/// The rules for which similar questions get the same answer, and for how long.
public struct SemanticCachePolicy: Hashable, Sendable {
    /// The cosine from which on a stored answer may be served; nil takes `thresholds.standard` of the embedder.
    public var threshold: Double?

    /// Creates a policy; each option has its standard value unless given.
    public init(threshold: Double? = nil) {
        self.threshold = threshold
    }
}
