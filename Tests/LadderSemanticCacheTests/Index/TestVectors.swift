import LadderSemanticCache
import LadderTesting

/// Random unit vectors for the tests of the index, the same for the same seed.
struct TestVectors {
    let dimensions: Int
    private var random: SeededRandom

    init(dimensions: Int, seed: UInt64) {
        self.dimensions = dimensions
        random = SeededRandom(seed: seed)
    }

    /// Returns a vector in a direction that is random.
    mutating func next() -> [Float] {
        let numbers = (0..<dimensions).map { _ in
            (0..<4).reduce(Float.zero) { sum, _ in sum + Float.random(in: -1...1, using: &random) }
        }
        return numbers.normalized
    }

    /// Returns a vector that has exactly this cosine with another one, up to rounding.
    mutating func near(_ vector: [Float], cosine: Float) -> [Float] {
        let other = next()
        let along = other.dot(vector)
        let across = zip(other, vector).map { $0 - along * $1 }.normalized
        return zip(vector, across).map { cosine * $0 + (1 - cosine * cosine).squareRoot() * $1 }
    }

    /// Returns vectors of some groups; the members of a group have cosines of about 0.5 to 0.99.
    mutating func clustered(_ count: Int) -> [[Float]] {
        let centres = (0..<max(1, count / 10)).map { _ in next() }
        return (0..<count).map { number in
            near(centres[number % centres.count], cosine: Float.random(in: 0.7...0.995, using: &random))
        }
    }

    /// Returns a vector of zeros with a few positive numbers, as word counts are.
    mutating func sparse(_ numbers: Int) -> [Float] {
        var vector = [Float](repeating: 0, count: dimensions)
        for _ in 0..<numbers { vector[Int.random(in: 0..<dimensions, using: &random)] += 1 }
        return vector.normalized
    }

    mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}

extension [Float] {
    func dot(_ other: [Float]) -> Float {
        var sum = 0.0
        for index in indices { sum += Double(self[index]) * Double(other[index]) }
        return Float(sum)
    }

    var normalized: [Float] {
        let length = dot(self).squareRoot()
        return map { $0 / length }
    }
}

extension [VectorIndex.ID: [Float]] {
    /// Checks that an index with these vectors finds what a comparison with all of them finds.
    ///
    /// - Returns: What is wrong, or nil.
    func difference(to index: VectorIndex, query: [Float], atLeast threshold: Float, count: Int) -> String? {
        let exact = mapValues { $0.dot(query) }
        let found = index.nearest(to: query, atLeast: threshold, count: count)
        let tolerance = index.tolerance
        for neighbour in found {
            guard let cosine = exact[neighbour.id] else { return "\(neighbour.id) is not in the index" }
            if abs(cosine - neighbour.similarity) > tolerance { return "\(neighbour) has a cosine of \(cosine)" }
            if neighbour.similarity < threshold { return "\(neighbour) is below \(threshold)" }
        }
        for (left, right) in zip(found, found.dropFirst()) {
            let ordered = (right.similarity, left.id) < (left.similarity, right.id)
            if !ordered { return "\(left) comes before \(right)" }
        }
        if Set(found.map(\.id)).count != found.count { return "a vector was found twice" }
        // Every vector that is clearly nearer than the last one found must have been found.
        let needed = found.count == count ? found[count - 1].similarity : threshold
        let ids = Set(found.map(\.id))
        for (id, cosine) in exact where cosine > needed + 2 * tolerance && !ids.contains(id) {
            return "\(id) with a cosine of \(cosine) was not found above \(needed)"
        }
        return nil
    }
}
