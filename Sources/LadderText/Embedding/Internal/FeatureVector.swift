/// A vector to which features are added at the positions and with the signs that their keys give (feature hashing).
struct FeatureVector {
    private(set) var numbers: [Float]

    /// Whether no feature has been added, or all cancel each other out.
    var isZero: Bool { numbers.allSatisfy { $0 == 0 } }

    init(dimensions: Int) {
        numbers = [Float](repeating: 0, count: dimensions)
    }

    /// Adds a feature.
    mutating func add(_ feature: LexicalFeature) {
        let position = Int(((feature.hash >> 32) &* UInt64(numbers.count)) >> 32)
        numbers[position] += feature.hash & 1 == 0 ? feature.weight : -feature.weight
    }

    /// Adds features, each of those with the same hash once, with the largest weight.
    mutating func add(distinct features: [LexicalFeature]) {
        var last: UInt64?
        for feature in features.sorted(by: { ($0.hash, $1.weight) < ($1.hash, $0.weight) }) where feature.hash != last {
            add(feature)
            last = feature.hash
        }
    }

    /// Spreads each feature over many numbers and leaves all cosines as they are.
    ///
    /// A short text has few features. Without this step most of its numbers would be zero, and the signs of the
    /// numbers, by which a vector index finds candidates, would say little about the text. The step
    /// is a Walsh–Hadamard transform of blocks, each as long as the largest power of two that divides the dimensions.
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

    /// Scales a vector that is not zero to unit length.
    mutating func normalize() {
        let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for index in numbers.indices { numbers[index] /= length }
    }
}
