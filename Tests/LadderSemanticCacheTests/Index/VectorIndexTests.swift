import LadderSemanticCache
import Testing

@Suite struct VectorIndexTests {
    @Test func `the nearest vector above the threshold is found`() {
        var index = VectorIndex(dimensions: 2)
        index.insert([1, 0], id: 1)
        index.insert([0, 1], id: 2)
        #expect(index.nearest(to: [0.8, 0.6], atLeast: 0.7, count: 3).map(\.id) == [1])
        index.remove(1)
        #expect(index.nearest(to: [0.8, 0.6], atLeast: 0.7, count: 3).isEmpty)
    }

    @Test func `an empty index finds nothing`() {
        var index = VectorIndex(dimensions: 64)
        var vectors = TestVectors(dimensions: 64, seed: 1)
        index.remove(1)
        #expect(index.count == 0)
        #expect(index.nearest(to: vectors.next(), atLeast: -1, count: 3).isEmpty)
    }

    @Test(arguments: [64, 100, 384, 1_000])
    func `an equal vector has a similarity of one and an opposite one of minus one`(
        dimensions: Int
    ) throws {
        var vectors = TestVectors(dimensions: dimensions, seed: 1)
        let vector = vectors.next()
        var index = VectorIndex(dimensions: dimensions)
        index.insert(vector, id: 1)
        index.insert(vector.map { -$0 }, id: 2)
        let found = index.nearest(to: vector, atLeast: -1, count: 2)
        #expect(found.map(\.id) == [1, 2])
        #expect(abs(try #require(found.first).similarity - 1) < 0.000_02)
        #expect(abs(try #require(found.last).similarity + 1) < 0.000_02)
        #expect(index.nearest(to: vector, atLeast: 0, count: 2).map(\.id) == [1])
    }

    @Test(arguments: [20, 200]) func `equal vectors are found in the order of their ids`(count: Int) {
        var vectors = TestVectors(dimensions: 384, seed: 1)
        let vector = vectors.next()
        var index = VectorIndex(dimensions: 384)
        for id in (0..<UInt32(count)).reversed() { index.insert(vector, id: id) }
        #expect(index.nearest(to: vector, atLeast: 0.99, count: 7).map(\.id) == [0, 1, 2, 3, 4, 5, 6])
        index.remove(3)
        #expect(index.nearest(to: vector, atLeast: 0.99, count: 4).map(\.id) == [0, 1, 2, 4])
    }

    @Test(arguments: [10, 100], [Float(0.8), 0.9, 0.95, 0.99]) func `the threshold separates near vectors from others`(
        others: Int, threshold: Float
    ) {
        var vectors = TestVectors(dimensions: 384, seed: 1)
        let vector = vectors.next()
        var index = VectorIndex(dimensions: 384)
        for id in 0..<UInt32(others) { index.insert(vectors.next(), id: 100 + id) }
        let tolerance = index.tolerance
        index.insert(vectors.near(vector, cosine: threshold + tolerance), id: 1)
        index.insert(vectors.near(vector, cosine: threshold - tolerance), id: 2)
        #expect(index.nearest(to: vector, atLeast: threshold, count: 3).map(\.id) == [1])
        #expect(index.nearest(to: vector, atLeast: threshold - 2 * tolerance, count: 3).map(\.id) == [1, 2])
    }

    @Test func `similarities differ little from exact cosines`() throws {
        var vectors = TestVectors(dimensions: 384, seed: 1)
        var largest: Float = 0
        for _ in 0..<400 {
            var index = VectorIndex(dimensions: 384)
            let vector = vectors.next()
            let query = vectors.near(vector, cosine: 0.9)
            index.insert(vector, id: 1)
            let found = try #require(index.nearest(to: query, atLeast: 0.5, count: 1).first)
            largest = max(largest, abs(found.similarity - vector.dot(query)))
        }
        #expect(largest < 0.0007)
    }

    @Test func `vectors without a direction have no similarity`() {
        var index = VectorIndex(dimensions: 100)
        var vectors = TestVectors(dimensions: 100, seed: 1)
        let vector = vectors.next()
        let zero = [Float](repeating: 0, count: 100)
        let invalid = [Float](repeating: .nan, count: 100)
        for (id, value) in [zero, invalid, vector].enumerated() { index.insert(value, id: UInt32(id)) }
        #expect(index.nearest(to: vector, atLeast: 0.1, count: 3).map(\.id) == [2])
        #expect(index.nearest(to: zero, atLeast: 0.1, count: 3).isEmpty)
        #expect(index.nearest(to: invalid, atLeast: 0.1, count: 3).isEmpty)
        #expect(index.nearest(to: vector, atLeast: -1, count: 3).allSatisfy { !$0.similarity.isNaN })
    }

    @Test func `a count of zero finds nothing`() {
        var index = VectorIndex(dimensions: 64)
        var vectors = TestVectors(dimensions: 64, seed: 1)
        let vector = vectors.next()
        index.insert(vector, id: 1)
        #expect(index.nearest(to: vector, atLeast: 0, count: 0).isEmpty)
    }
}
