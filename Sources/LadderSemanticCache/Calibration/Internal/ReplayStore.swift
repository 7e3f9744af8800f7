/// The questions that a replayed cache has stored: bounded, and the one that was served or stored longest ago leaves.
struct ReplayStore {
    private var index: VectorIndex
    private let capacity: Int
    /// The numbers of the stored questions in the order of their latest use, some of them outdated.
    private var uses: [(number: Int, use: Int)] = []
    private var latestUse: [Int: Int] = [:]
    private var oldest = 0
    private var useCount = 0

    /// The number of near questions that a cache compares.
    private static let candidates = 8

    init(dimensions: Int, capacity: Int) {
        index = VectorIndex(dimensions: dimensions)
        self.capacity = max(1, capacity)
    }

    func nearest(to vector: [Float], atLeast threshold: Double) -> [(number: Int, similarity: Double)] {
        index.nearest(to: vector, atLeast: Float(threshold), count: Self.candidates)
            .map { (Int($0.id), Double($0.similarity)) }
    }

    mutating func insert(_ number: Int, vector: [Float]) {
        index.insert(vector, id: UInt32(number))
        touch(number)
        while latestUse.count > capacity, oldest < uses.count {
            let (candidate, use) = uses[oldest]
            oldest += 1
            guard latestUse[candidate] == use else { continue }
            latestUse[candidate] = nil
            index.remove(UInt32(candidate))
        }
    }

    mutating func touch(_ number: Int) {
        useCount += 1
        latestUse[number] = useCount
        uses.append((number, useCount))
    }
}
