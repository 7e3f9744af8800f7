/// The numbers of pairs that reach each threshold, in steps of 0.001.
struct HitCounts: Sendable {
    static let steps = 1_000

    /// The number of pairs with the same answer at or above each step.
    private(set) var same = [Int](repeating: 0, count: steps + 1)
    /// The number of pairs with different answers at or above each step.
    private(set) var different = [Int](repeating: 0, count: steps + 1)

    init(_ pairs: [ScoredPair]) {
        for pair in pairs {
            // Equal texts may have a cosine a little below 1.
            let step = Int((min(max(pair.similarity, 0), 1) * Double(Self.steps) + 0.01).rounded(.down))
            if pair.pair.isSame { same[step] += 1 } else { different[step] += 1 }
        }
        for step in (0..<Self.steps).reversed() {
            same[step] += same[step + 1]
            different[step] += different[step + 1]
        }
    }

    /// Returns the lowest step that is at least a threshold.
    static func step(reaching threshold: Double) -> Int {
        let position = threshold * Double(steps) - 1e-6
        return position > 0 ? Int(min(position.rounded(.up), Double(steps))) : 0
    }
}
