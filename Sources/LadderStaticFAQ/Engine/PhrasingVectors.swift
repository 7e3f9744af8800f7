/// The vectors of all phrasings, at unit length.
struct PhrasingVectors: Sendable {
    let dimensions: Int
    private var vectors: [[Float]] = []

    init(dimensions: Int) {
        self.dimensions = dimensions
    }

    /// Adds vectors in the order of the phrasings; returns false when one of them is invalid.
    mutating func append(_ new: [[Float]]) -> Bool {
        for vector in new {
            guard let unit = Self.unitVector(of: vector, dimensions: dimensions) else { return false }
            vectors.append(unit)
        }
        return true
    }

    /// Returns the vector at unit length; nil when it has another length, a number that is not finite, or no direction.
    static func unitVector(of vector: [Float], dimensions: Int) -> [Float]? {
        guard dimensions > 0, vector.count == dimensions, vector.allSatisfy(\.isFinite) else { return nil }
        // Scaling first keeps squares of very large and very small numbers within the range of Float.
        let largest = vector.reduce(0) { max($0, $1.magnitude) }
        guard largest > 0 else { return nil }
        let scaled = vector.map { $0 / largest }
        let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return scaled.map { $0 / length }
    }

    /// Returns the cosine between a question and each phrasing, 0…1: an opposite direction counts as unrelated.
    func cosines(to question: [Float]) -> [Float] {
        vectors.map { vector in
            min(1, max(0, zip(vector, question).reduce(0) { $0 + $1.0 * $1.1 }))
        }
    }
}
