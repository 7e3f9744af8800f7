import LadderCore

/// The probes of one half-open phase.
///
/// A lease that runs out frees the slot but not the ticket: the probe is still known, and its late verdict counts once.
struct ProbeSlots: Hashable, Sendable {
    private struct Probe: Hashable {
        let id: UInt32
        let leaseEnd: Instant
    }

    /// How many undecided probes are remembered, those with a lapsed lease included.
    static let maximumKnown = 164

    private(set) var succeeded = 0
    private var known: [Probe] = []
    private var lastID: UInt32 = 0

    /// How many slots are taken.
    func occupied(at now: Instant) -> Int {
        known.reduce(0) { $1.leaseEnd > now ? $0 + 1 : $0 }
    }

    /// When the next slot is given back at the latest.
    func nextLeaseEnd(after now: Instant) -> Instant? {
        known.reduce(nil) { $1.leaseEnd > now ? Instant.earlier($0, $1.leaseEnd) : $0 }
    }

    mutating func take(at now: Instant, until leaseEnd: Instant) -> UInt32 {
        if known.count >= ProbeSlots.maximumKnown, let lapsed = known.firstIndex(where: { $0.leaseEnd <= now }) {
            known.remove(at: lapsed)
        }
        lastID &+= 1
        if lastID == 0 { lastID = 1 }
        known.append(Probe(id: lastID, leaseEnd: leaseEnd))
        return lastID
    }

    /// False when the probe was decided before.
    mutating func decide(_ id: UInt32) -> Bool {
        guard let index = known.firstIndex(where: { $0.id == id }) else { return false }
        known.remove(at: index)
        return true
    }

    mutating func succeed() {
        succeeded += 1
    }
}
