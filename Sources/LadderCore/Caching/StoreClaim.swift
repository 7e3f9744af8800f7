/// The answer of a store to a process that wants to compute an answer alone.
public enum StoreClaim: Hashable, Sendable {
    /// No other process computes the answer, so this one does.
    case granted
    /// Another process computed the answer while this one waited for it.
    case answered(StoreLookup)
}
