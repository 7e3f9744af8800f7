/// The way in which the caller wants the answer.
///
/// It is never part of a cache key: whole and streamed answers share one entry.
public enum Delivery: Hashable, Sendable {
    /// The answer comes at once, when it is complete.
    case whole
    /// The answer comes piece by piece, as the model produces it.
    case streamed
}
