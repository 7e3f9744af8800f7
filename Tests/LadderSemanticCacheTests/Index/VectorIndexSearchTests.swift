import LadderSemanticCache
import Testing

/// Searches, compared with the exact cosines of all vectors.
@Suite struct VectorIndexSearchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var dimensions: Int
        var seed: UInt64
        var testDescription: String { "\(dimensions) dimensions, seed \(seed)" }
    }

    static let cases = [64, 100, 384, 1_000].map { Case(dimensions: $0, seed: UInt64($0)) }

    private static func index(of vectors: [[Float]]) -> (VectorIndex, [VectorIndex.ID: [Float]]) {
        var index = VectorIndex(dimensions: vectors[0].count)
        var model: [VectorIndex.ID: [Float]] = [:]
        for (number, vector) in vectors.enumerated() {
            index.insert(vector, id: UInt32(number))
            model[UInt32(number)] = vector
        }
        return (index, model)
    }

    @Test(arguments: cases) func `clustered vectors are found as by comparing all`(_ test: Case) {
        var vectors = TestVectors(dimensions: test.dimensions, seed: test.seed)
        let (index, model) = Self.index(of: vectors.clustered(240))
        for number in 0..<12 {
            let query = vectors.near(model[UInt32(number * 20)] ?? [], cosine: [0.8, 0.9, 0.97, 1][number % 4])
            let threshold: Float = [0.8, 0.9, 0.95][number % 3]
            #expect(model.difference(to: index, query: query, atLeast: threshold, count: 5) == nil)
        }
    }

    @Test(arguments: cases) func `random vectors are found as by comparing all`(_ test: Case) {
        var vectors = TestVectors(dimensions: test.dimensions, seed: test.seed)
        let (index, model) = Self.index(of: (0..<300).map { _ in vectors.next() })
        for number in 0..<8 {
            let query = vectors.near(model[UInt32(number * 37)] ?? [], cosine: 0.92)
            #expect(model.difference(to: index, query: query, atLeast: 0.85, count: 3) == nil)
            #expect(model.difference(to: index, query: vectors.next(), atLeast: 0.85, count: 3) == nil)
        }
    }

    @Test(arguments: cases) func `word counts are found as by comparing all`(_ test: Case) {
        var vectors = TestVectors(dimensions: test.dimensions, seed: test.seed)
        let (index, model) = Self.index(of: (0..<300).map { number in vectors.sparse(2 + number % 20) })
        for number in 0..<10 {
            var query = model[UInt32(number * 29)] ?? []
            query[vectors.number(below: test.dimensions)] += 0.3
            #expect(model.difference(to: index, query: query.normalized, atLeast: 0.8, count: 5) == nil)
        }
    }

    @Test(arguments: [2_048, 4_096]) func `large vectors are found as by comparing all`(dimensions: Int) {
        var vectors = TestVectors(dimensions: dimensions, seed: 1)
        let (index, model) = Self.index(of: vectors.clustered(60))
        for number in 0..<6 {
            let query = vectors.near(model[UInt32(number * 9)] ?? [], cosine: 0.9)
            #expect(model.difference(to: index, query: query, atLeast: 0.8, count: 5) == nil)
        }
    }

    @Test(arguments: [1, 3, 63, 65]) func `few and odd dimensions work`(dimensions: Int) {
        var vectors = TestVectors(dimensions: dimensions, seed: 1)
        let (index, model) = Self.index(of: (0..<100).map { _ in vectors.next() })
        for _ in 0..<10 {
            #expect(model.difference(to: index, query: vectors.next(), atLeast: 0.9, count: 200) == nil)
        }
    }

    @Test func `a flood of near duplicates still gives one of the nearest`() throws {
        var vectors = TestVectors(dimensions: 384, seed: 1)
        let centre = vectors.next()
        let (index, model) = Self.index(of: (0..<600).map { _ in vectors.near(centre, cosine: 0.97) })
        let query = vectors.near(try #require(model[577]), cosine: 0.999)
        let found = index.nearest(to: query, atLeast: 0.8, count: 10)
        #expect(found.count == 10)
        #expect(found.first?.id == 577)
    }

    @Test func `all vectors may be within the radius`() throws {
        var vectors = TestVectors(dimensions: 64, seed: 1)
        let (index, model) = Self.index(of: (0..<200).map { _ in vectors.next() })
        let query = vectors.next()
        let found = index.nearest(to: query, atLeast: -1, count: 500)
        #expect(found.count == 200)
        #expect(found.last?.id == model.min { $0.value.dot(query) < $1.value.dot(query) }?.key)
    }
}
