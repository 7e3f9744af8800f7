import LadderCore

/// The probes of one half-open period.
///
/// The end of a lease frees the probe's slot and not its ticket: the probe is still known, and its late result counts once.
struct ProbeSlots: Hashable, Sendable {
    private struct Probe: Hashable {
        let id: UInt32
        let leaseEnd: Instant
    }

    /// The largest number of undecided probes that are known: the hundred that a policy can allow, and some whose lease is
    /// over.
    private static let maximumKnown = 164

    private(set) var succeeded = 0
    private var undecided: [Probe] = []
    private var lastID: UInt32 = 0

    /// Returns the number of undecided probes whose lease is not over.
    func occupied(at now: Instant) -> Int {
        undecided.count { $0.leaseEnd > now }
    }

    /// Returns the moment at which the next slot becomes free at the latest, or nil if no slot is taken.
    func nextLeaseEnd(after now: Instant) -> Instant? {
        undecided.lazy.map(\.leaseEnd).filter { $0 > now }.min()
    }

    /// Takes a slot, and returns the number of its probe.
    mutating func take(at now: Instant, until leaseEnd: Instant) -> UInt32 {
        if undecided.count >= ProbeSlots.maximumKnown, let hung = undecided.firstIndex(where: { $0.leaseEnd <= now }) {
            undecided.remove(at: hung)
        }
        // Zero stands for an ordinary call.
        lastID = max(1, lastID &+ 1)
        undecided.append(Probe(id: lastID, leaseEnd: leaseEnd))
        return lastID
    }

    /// Frees the slot of a probe. Returns false if the probe was decided before.
    mutating func decide(_ id: UInt32) -> Bool {
        guard let index = undecided.firstIndex(where: { $0.id == id }) else { return false }
        undecided.remove(at: index)
        return true
    }

    mutating func countSuccess() {
        succeeded += 1
    }
}
