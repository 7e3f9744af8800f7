extension [Float] {
    /// Returns the vector at unit length; nil when it has another number of dimensions, a number that is not finite, or
    /// no direction.
    package func unitVector(dimensions: Int) -> [Float]? {
        guard dimensions > 0, count == dimensions, allSatisfy(\.isFinite) else { return nil }
        // Scaling first keeps squares of very large and very small numbers within the range of Float.
        let largest = reduce(0) { Swift.max($0, $1.magnitude) }
        guard largest > 0 else { return nil }
        let scaled = map { $0 / largest }
        let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return scaled.map { $0 / length }
    }

    /// Returns the cosine to another vector, where both have unit length.
    package func cosine(to other: [Float]) -> Float {
        zip(self, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
