/// The nearest vectors that a search has found so far.
struct NearestNeighbours {
    private let threshold: Float
    private let count: Int
    /// The nearest first; of those with the same similarity, the smaller id first.
    private(set) var neighbours: [VectorIndex.Neighbour] = []

    init(atLeast threshold: Float, count: Int) {
        self.threshold = threshold
        self.count = count
    }

    /// The similarity that a vector needs to become one of the nearest, or to equal the last of them.
    var leastSimilarity: Float {
        neighbours.count == count ? neighbours[count - 1].similarity : threshold
    }

    mutating func add(_ neighbour: VectorIndex.Neighbour) {
        guard neighbour.similarity >= leastSimilarity else { return }
        let place = neighbours.lastIndex { Self.isNearer($0, than: neighbour) }.map { $0 + 1 } ?? 0
        if place < count { neighbours.insert(neighbour, at: place) }
        if neighbours.count > count { neighbours.removeLast() }
    }

    private static func isNearer(_ left: VectorIndex.Neighbour, than right: VectorIndex.Neighbour) -> Bool {
        (right.similarity, left.id) < (left.similarity, right.id)
    }
}
