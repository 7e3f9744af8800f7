/// The vectors whose bits are nearest to those of a query, collected during a scan.
struct SearchCandidates {
    struct Candidate: Comparable {
        var distance: UInt16
        var slot: UInt32

        static func < (left: Candidate, right: Candidate) -> Bool {
            (left.distance, left.slot) < (right.distance, right.slot)
        }
    }

    /// The largest distance that is still of interest.
    private(set) var radius: UInt16
    private let maximum: Int
    private var candidates: [Candidate] = []

    init(within radius: UInt16, maximum: Int) {
        self.radius = radius
        self.maximum = maximum
    }

    /// Adds a vector within the radius. Where there are too many, only the nearest stay and the radius shrinks.
    mutating func add(slot: UInt32, distance: UInt16) {
        candidates.append(Candidate(distance: distance, slot: slot))
        if candidates.count == 4 * maximum { shrink() }
    }

    /// Returns the candidates in the order of their distance.
    consuming func nearestFirst() -> [Candidate] {
        shrink()
        return candidates
    }

    private mutating func shrink() {
        candidates.sort()
        guard candidates.count > maximum else { return }
        candidates.removeLast(candidates.count - maximum)
        radius = candidates[maximum - 1].distance
    }
}
