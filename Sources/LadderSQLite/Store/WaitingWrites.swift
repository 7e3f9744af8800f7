import LadderCore

/// The entries whose writes were acknowledged before they are in the file.
final class WaitingWrites: Sendable {
    /// An entry that waits to be written.
    struct Entry: Sendable {
        let content: TimedEntry
        let epoch: StoreEpoch
    }

    private struct State {
        var newest: [SHA256Digest: (ticket: Int, entry: Entry)] = [:]
        var count = 0
        var bytes = 0
        var lastTicket = 0
    }

    private let state = Locked(State())
    private let maximumCount: Int
    private let maximumBytes: Int

    init(maximumCount: Int, maximumBytes: Int) {
        self.maximumCount = maximumCount
        self.maximumBytes = maximumBytes
    }

    /// The number of entries that wait.
    var count: Int { state.withLock { $0.count } }

    /// Returns the newest entry of a digest that waits to be written.
    func entry(of digest: SHA256Digest) -> Entry? { state.withLock { $0.newest[digest]?.entry } }

    /// Adds an entry. Returns the ticket by which it is removed once it has been written, or nil where too many wait.
    func add(_ entry: Entry, under digest: SHA256Digest) -> Int? {
        state.withLock { state in
            let size = entry.content.bytes.count
            guard state.count < maximumCount, state.bytes + size <= maximumBytes else { return nil }
            state.count += 1
            state.bytes += size
            state.lastTicket += 1
            state.newest[digest] = (state.lastTicket, entry)
            return state.lastTicket
        }
    }

    /// Removes an entry that was written, or that could not be.
    func remove(_ ticket: Int, ofBytes size: Int, under digest: SHA256Digest) {
        state.withLock { state in
            state.count -= 1
            state.bytes -= size
            if state.newest[digest]?.ticket == ticket { state.newest[digest] = nil }
        }
    }
}
