/// How the caller wants the answer. Never part of a cache key: whole and streamed answers share one entry.
public enum Delivery: Hashable, Sendable {
    /// All at once.
    case whole
    /// Piece by piece.
    case streamed
}
