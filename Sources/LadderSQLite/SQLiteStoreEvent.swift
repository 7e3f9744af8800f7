public import LadderCore

/// What an operator should know about an `SQLiteStore`, because no call fails by it.
public enum SQLiteStoreEvent: Hashable, Sendable {
    /// A damaged file is used no longer. The store has gone on with an empty one beside it.
    case leftFileAside(path: String, reason: String)
    /// Entries could not be written since the last event of this kind: the disk is full or read-only, or another
    /// process holds the lock of the file. It is reported at the first failure and then once a minute at most.
    case writesFailed(count: Int, StoreError)
}

extension SQLiteStoreEvent: CustomStringConvertible {
    /// The event in a sentence for a log.
    public var description: String {
        switch self {
        case .leftFileAside(let path, let reason): "the damaged file \(path) is left aside: \(reason)"
        case .writesFailed(let count, let error): "\(count) writes failed: \(error)"
        }
    }
}
