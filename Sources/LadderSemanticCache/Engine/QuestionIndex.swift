import LadderCore

/// The questions whose answers are stored, searched by their vectors. It is bounded.
///
/// Questions are compared with others of the same frame alone: all that is in a request beside the question. When there
/// is no room, a question goes that was not served since the last time it could have gone.
struct QuestionIndex: Sendable {
    /// A question with what is needed to find its answer in the store.
    struct Item: Hashable, Sendable {
        /// The digest of the key of its entry.
        let digest: SHA256Digest
        let question: String
        /// The digest of the frame.
        let frame: SHA256Digest
        let tenant: String

        /// The key of its entry.
        func key(namespace: String) -> CacheKey {
            QuestionIdentity.key(of: question, frame: frame, tenant: tenant, namespace: namespace)
        }
    }

    /// A question near another one.
    struct Candidate: Hashable, Sendable {
        let item: Item
        let similarity: Double
    }

    private struct Slot {
        let item: Item
        var wasServed = false
    }

    private let dimensions: Int
    private let maximumEntries: Int
    private var vectors: [SHA256Digest: VectorIndex] = [:]
    private var slots: [Slot?] = []
    private var freeSlots: [UInt32] = []
    private var places: [SHA256Digest: UInt32] = [:]
    /// The slot at which the search for one that may go begins.
    private var hand = 0

    /// Creates an empty index of vectors of this many dimensions.
    init(dimensions: Int, maximumEntries: Int) {
        self.dimensions = dimensions
        self.maximumEntries = max(1, maximumEntries)
    }

    /// The number of questions.
    var count: Int { places.count }

    /// The number of frames that have questions.
    var frameCount: Int { vectors.count }

    func contains(_ digest: SHA256Digest) -> Bool { places[digest] != nil }

    /// Adds a question. One that is there stays as it is, because its vector depends on nothing else.
    mutating func insert(_ item: Item, vector: [Float]) {
        guard vector.count == dimensions, places[item.digest] == nil else { return }
        if count >= maximumEntries { evictOne() }
        let slot = freeSlots.popLast() ?? UInt32(slots.count)
        if Int(slot) == slots.count { slots.append(nil) }
        slots[Int(slot)] = Slot(item: item)
        places[item.digest] = slot
        vectors[item.frame, default: VectorIndex(dimensions: dimensions)].insert(vector, id: slot)
    }

    /// Removes the question of an entry, if there is one.
    mutating func remove(_ digest: SHA256Digest) {
        guard let slot = places.removeValue(forKey: digest), let item = slots[Int(slot)]?.item else { return }
        slots[Int(slot)] = nil
        freeSlots.append(slot)
        vectors[item.frame]?.remove(slot)
        if vectors[item.frame]?.count == 0 { vectors[item.frame] = nil }
    }

    /// Notes that an entry was served, which keeps it longer.
    mutating func noteServed(_ digest: SHA256Digest) {
        if let slot = places[digest] { slots[Int(slot)]?.wasServed = true }
    }

    /// Returns the question of an entry.
    func item(of digest: SHA256Digest) -> Item? {
        places[digest].flatMap { slots[Int($0)]?.item }
    }

    /// Returns the questions of a frame that are nearest to a vector, the nearest first.
    ///
    /// Similarities are not exact, so some may be a little below the threshold.
    func nearest(to vector: [Float], in frame: SHA256Digest, atLeast threshold: Double, count: Int) -> [Candidate] {
        guard vector.count == dimensions, let index = vectors[frame] else { return [] }
        return index.nearest(to: vector, atLeast: Float(threshold) - index.tolerance, count: count).compactMap {
            neighbour in
            slots[Int(neighbour.id)].map { Candidate(item: $0.item, similarity: Double(neighbour.similarity)) }
        }
    }

    private mutating func evictOne() {
        // Every slot is spared once at most, so the second round ends.
        while true {
            hand = hand + 1 < slots.count ? hand + 1 : 0
            guard let slot = slots[hand] else { continue }
            if !slot.wasServed { return remove(slot.item.digest) }
            slots[hand]?.wasServed = false
        }
    }
}
