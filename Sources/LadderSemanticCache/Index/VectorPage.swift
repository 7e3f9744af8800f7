/// Up to 256 vectors of an index, side by side in memory.
struct VectorPage: Sendable {
    static let capacity = 256
    /// The number of vectors up to which all numbers are compared without a look at the bits.
    private static let unsketched = 32
    /// The number of vectors by which a page grows, after its first ones.
    private static let growth = 32

    private var ids: [VectorIndex.ID] = []
    private var scales: [Float] = []
    /// The numbers of all vectors, one after another.
    private var rows: [SIMD16<Int8>] = []
    /// The signs, in blocks of 16 vectors; nothing up to 32 vectors.
    private var signs: [SketchGroup] = []
    private let rowsEach: Int

    init(rowsEach: Int) {
        self.rowsEach = rowsEach
    }

    var count: Int { ids.count }

    mutating func append(_ vector: QuantizedVector, id: VectorIndex.ID) {
        // Exact steps: doubling would leave up to half of a page empty.
        if count >= Self.growth, count.isMultiple(of: Self.growth) { reserve(count + Self.growth) }
        ids.append(id)
        scales.append(vector.scale)
        rows.append(contentsOf: vector.rows)
        sketch(from: count == Self.unsketched + 1 ? 0 : count - 1)
    }

    mutating func replace(at place: Int, with vector: QuantizedVector, id: VectorIndex.ID) {
        ids[place] = id
        scales[place] = vector.scale
        for row in 0..<rowsEach { rows[place * rowsEach + row] = vector.rows[row] }
        sketch(at: place)
    }

    mutating func removeLast() -> (vector: QuantizedVector, id: VectorIndex.ID) {
        let vector = QuantizedVector(rows: Array(rows.suffix(rowsEach)), scale: scales.removeLast())
        rows.removeLast(rowsEach)
        return (vector, ids.removeLast())
    }

    /// Compares the query with the vectors: a few at once, of many those whose signs are near become candidates.
    func search(
        _ query: SearchQuery, firstSlot: Int, _ nearest: inout NearestNeighbours, _ candidates: inout SearchCandidates
    ) {
        guard count > Self.unsketched else {
            for place in 0..<count { nearest.add(neighbour(at: place, query)) }
            return
        }
        for first in stride(from: 0, to: count, by: 16) {
            guard let distances = distances(from: query, block: first / 16, within: candidates.radius) else { continue }
            for place in 0..<min(16, count - first) where distances[place] <= candidates.radius {
                candidates.add(slot: UInt32(firstSlot + first + place), distance: distances[place])
            }
        }
    }

    /// Returns the similarity of one vector to the query.
    func neighbour(at place: Int, _ query: SearchQuery) -> VectorIndex.Neighbour {
        let product = query.numbers.product(with: rows, from: place * rowsEach)
        let similarity = product * (scales[place] * query.numbers.scale)
        return VectorIndex.Neighbour(id: ids[place], similarity: max(-1, min(1, similarity)))
    }

    /// Returns the number of signs in which 16 vectors differ from the query, or nil where all differ in too many.
    private func distances(from query: SearchQuery, block: Int, within radius: UInt16) -> SIMD16<UInt16>? {
        let groups = query.signs.count
        var distances = SIMD16<UInt16>.zero
        var next = 0
        while next < groups {
            let end = min(next + SketchGroup.countedAtOnce, groups)
            let differences = SketchGroup.differences(
                of: signs, at: block * groups, from: query.signs, in: next..<end)
            distances &+= SIMD16<UInt16>(truncatingIfNeeded: differences)
            // The first bit of a difference is set where the distance is not larger than the radius.
            let below = distances &- (radius + 1)
            let eight = below.lowHalf | below.highHalf
            let four = eight.lowHalf | eight.highHalf
            let two = four.lowHalf | four.highHalf
            if (two[0] | two[1]) >> 15 == 0 { return nil }
            next = end
        }
        return distances
    }

    private mutating func reserve(_ count: Int) {
        ids.reserveCapacity(count)
        scales.reserveCapacity(count)
        rows.reserveCapacity(count * rowsEach)
        signs.reserveCapacity(count / 16 * rowsEach / 4)
    }

    /// Sets the signs of the vectors from a place on, in a page that is large enough to have signs.
    private mutating func sketch(from start: Int) {
        guard count > Self.unsketched else { return }
        let groups = rowsEach / 4
        let blocks = (count + 15) / 16
        while signs.count < blocks * groups { signs.append(SketchGroup()) }
        for place in start..<count { sketch(at: place) }
    }

    private mutating func sketch(at place: Int) {
        guard count > Self.unsketched else { return }
        let groups = rowsEach / 4
        for group in 0..<groups {
            let first = place * rowsEach + group * 4
            let bits = SketchGroup.signs(of: rows[first..<(first + 4)])
            signs[place / 16 * groups + group].set(bits, at: place % 16)
        }
    }
}
