import CAllocations
import Ladder
import LadderSemanticCache
import LadderTesting

/// The section `semantic` of `benchmarks speed`: the index of vectors.
enum SemanticSpeed {
    private static let dimensions = 384

    /// Searches 1,000 and 10,000 vectors, and with `large` also 100,000.
    static func run(large: Bool) async throws {
        var sizes = [(1_000, 5_000.0), (10_000, 35_000)]
        if large { sizes.append((100_000, 300_000)) }
        for (size, bar) in sizes {
            var vectors = ClusteredVectors(dimensions: dimensions, seed: UInt64(size))
            let all = (0..<size).map { _ in vectors.next() }
            let before = ladder_allocations_in_use()
            var index = VectorIndex(dimensions: dimensions)
            for (id, vector) in all.enumerated() { index.insert(vector, id: UInt32(id)) }
            let used = Int(ladder_allocations_in_use()) - Int(before)
            let name = Table.number(Double(size))
            let queries = (0..<64).map { vectors.near(all[$0 * 7], cosine: [0.85, 0.9, 0.93, 0.97][$0 % 4]) }
            for threshold: Float in [0.9, 0.95] {
                let search = Searches(index: index, queries: queries, threshold: threshold)
                let measured = try await Measurement.of(
                    "the nearest of \(name) vectors above \(threshold)", count: max(1, 10_000 / size), rounds: 51,
                    search)
                Table.print(measured.shared(by: queries.count), nanoseconds: bar)
            }
            if before > 0 {
                let each = used / size
                print(
                    "\(each <= 500 ? "✓" : "✗") a vector among \(name): \(each) bytes; bar: 500"
                )
            }
            recall(index, all, queries)
            let insertions = Insertions(index: index, vectors: Array(all.prefix(64)))
            let inserted = try await Measurement.of(
                "insert into and remove from \(name) vectors", count: 20, rounds: 51, insertions)
            Table.print(inserted.shared(by: insertions.vectors.count), nanoseconds: 2_000)
        }
    }

    /// Compares what is found above 0.8 with what comparing all vectors finds.
    private static func recall(_ index: VectorIndex, _ vectors: [[Float]], _ queries: [[Float]]) {
        var (found, all) = (0, 0)
        var difference: Float = 0
        for query in queries {
            let best = vectors.lazy.map { $0.cosine(with: query) }.max() ?? 0
            guard best >= 0.8 + index.tolerance else { continue }
            all += 1
            guard let nearest = index.nearest(to: query, atLeast: 0.8, count: 1).first else { continue }
            let exact = vectors[Int(nearest.id)].cosine(with: query)
            difference = max(difference, abs(exact - nearest.similarity))
            if exact >= best - index.tolerance { found += 1 }
        }
        let share = Double(found) / Double(max(1, all))
        let thousandths = Table.number(Double(difference) * 1_000, 1)
        print(
            "\(share >= 0.99 ? "✓" : "✗") \(found) of \(all) nearest vectors above 0.8 found; "
                + "similarities differ by at most \(thousandths) thousandths")
    }
}

/// One search for each query.
private struct Searches: Operation {
    let index: VectorIndex
    let queries: [[Float]]
    let threshold: Float

    func run() async throws {
        for query in queries where index.nearest(to: query, atLeast: threshold, count: 4).count > 4 {
            print("too many neighbours")
        }
    }
}

/// Inserts vectors with new ids and removes them.
private final class Insertions: Operation {
    let index: Locked<VectorIndex>
    let vectors: [[Float]]

    init(index: VectorIndex, vectors: [[Float]]) {
        self.index = Locked(index)
        self.vectors = vectors
    }

    func run() async throws {
        for (id, vector) in vectors.enumerated() {
            index.withLock { $0.insert(vector, id: 1_000_000 + UInt32(id)) }
        }
        for id in vectors.indices { index.withLock { $0.remove(1_000_000 + UInt32(id)) } }
    }
}

/// Random unit vectors as of an embedder: all share a direction, and groups of twenty have cosines of about 0.8.
private struct ClusteredVectors {
    private let dimensions: Int
    private var random: SeededRandom
    private let common: [Float]
    private var centre: [Float] = []
    private var made = 0

    init(dimensions: Int, seed: UInt64) {
        self.dimensions = dimensions
        random = SeededRandom(seed: seed)
        common = Self.direction(dimensions, &random)
    }

    mutating func next() -> [Float] {
        if made % 20 == 0 { centre = near(common, cosine: 0.4) }
        made += 1
        return near(centre, cosine: 0.7 + 0.25 * Float(random.uniform()))
    }

    mutating func near(_ vector: [Float], cosine: Float) -> [Float] {
        let other = Self.direction(dimensions, &random)
        let along = other.cosine(with: vector)
        let across = zip(other, vector).map { $0 - along * $1 }
        let share = (1 - cosine * cosine).squareRoot() / across.cosine(with: across).squareRoot()
        return zip(vector, across).map { cosine * $0 + share * $1 }
    }

    private static func direction(_ dimensions: Int, _ random: inout SeededRandom) -> [Float] {
        let numbers = (0..<dimensions).map { _ in
            Float(random.uniform() + random.uniform() + random.uniform() + random.uniform() - 2)
        }
        let length = numbers.cosine(with: numbers).squareRoot()
        return numbers.map { $0 / length }
    }
}

extension [Float] {
    /// Returns the product with another vector: the cosine of vectors of unit length.
    fileprivate func cosine(with other: [Float]) -> Float {
        var sum: Float = 0
        for index in indices { sum += self[index] * other[index] }
        return sum
    }
}
