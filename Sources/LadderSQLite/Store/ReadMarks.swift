import LadderCore

/// The entries that were read since this was last written to the file, so that they outlive those that are not read.
final class ReadMarks: Sendable {
    private let hashes = Locked<Set<Int64>>([])
    private static let most = 65_536

    /// Whether no more reads are remembered until these have been written.
    var isFull: Bool { hashes.withLock { $0.count >= Self.most } }

    func note(_ digest: SHA256Digest) {
        hashes.withLock { hashes in
            if hashes.count < Self.most { hashes.insert(digest.hash) }
        }
    }

    /// Returns the hashes in the order of the table, and forgets them.
    func take() -> [Int64] {
        hashes.withLock { hashes in
            let taken = hashes.sorted()
            hashes.removeAll(keepingCapacity: true)
            return taken
        }
    }
}

extension SHA256Digest {
    /// The first 64 bits.
    var hash: Int64 { bytes.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) } }
}
