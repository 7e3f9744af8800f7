import LadderCore

/// A vector to which features are added at the positions and with the signs that their keys give (feature hashing).
struct FeatureVector {
    private(set) var numbers: [Float]

    init(dimensions: Int) {
        numbers = [Float](repeating: 0, count: dimensions)
    }

    /// Adds a feature.
    mutating func add(_ key: UInt64, kind: FeatureKind, weight: Float) {
        let hash = (key ^ kind.rawValue &* .splitMixStep).mixed
        let position = Int(((hash >> 32) &* UInt64(numbers.count)) >> 32)
        numbers[position] += hash & 1 == 0 ? weight : -weight
    }

    /// Spreads each feature over many numbers and leaves all cosines as they are.
    ///
    /// A short text has few features. Without this step most of its numbers would be zero, and the signs of the numbers,
    /// by which a vector index finds candidates, would say little about the text. The step is a Walsh–Hadamard
    /// transform of blocks, each as long as the largest power of two that divides the dimensions.
    mutating func spread() {
        let block = 1 << numbers.count.trailingZeroBitCount
        var half = 1
        while half < block {
            for start in stride(from: 0, to: numbers.count, by: 2 * half) {
                for index in start..<start + half {
                    let (first, second) = (numbers[index], numbers[index + half])
                    numbers[index] = first + second
                    numbers[index + half] = first - second
                }
            }
            half *= 2
        }
    }

    /// Scales the vector to unit length.
    ///
    /// - Returns: `false` where all numbers are zero.
    mutating func normalize() -> Bool {
        let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0 else { return false }
        for index in numbers.indices { numbers[index] /= length }
        return true
    }
}
