/// The vectors of all phrasings, at unit length.
struct FAQVectors: Sendable {
    /// One vector, in steps of eight numbers.
    typealias Row = [SIMD8<Float>]

    let dimensions: Int
    private let width: Int
    private var numbers: Row = []

    init(dimensions: Int) {
        self.dimensions = dimensions
        width = (max(0, dimensions) + 7) / 8
    }

    var count: Int { width == 0 ? 0 : numbers.count / width }

    /// Adds vectors, in the order of the phrasings. False when one of them is no vector.
    mutating func append(_ vectors: [[Float]]) -> Bool {
        for vector in vectors {
            guard let row = Self.row(vector, dimensions: dimensions) else { return false }
            numbers += row
        }
        return true
    }

    /// The vector at unit length; nil when it has the wrong length, a number that is none, or no direction.
    static func row(_ vector: [Float], dimensions: Int) -> Row? {
        guard dimensions > 0, vector.count == dimensions else { return nil }
        // Scaling first keeps squares of huge and of tiny numbers from leaving the range.
        var largest: Float = 0
        for number in vector {
            guard number.isFinite else { return nil }
            largest = max(largest, number.magnitude)
        }
        guard largest > 0 else { return nil }
        var row = Row(repeating: .zero, count: (dimensions + 7) / 8)
        var squares: Float = 0
        for (index, number) in vector.enumerated() {
            let scaled = number / largest
            row[index / 8][index % 8] = scaled
            squares += scaled * scaled
        }
        let length = squares.squareRoot()
        for index in row.indices { row[index] /= length }
        return row
    }

    /// The cosine between a question and each phrasing, 0…1: what points away is as far as what is unrelated.
    func cosines(to row: Row) -> [Float] {
        guard row.count == width else { return [] }
        return (0..<count).map { number in
            var sum = SIMD8<Float>.zero
            let start = number * width
            for index in 0..<width { sum += numbers[start + index] * row[index] }
            return min(1, max(0, sum.sum()))
        }
    }
}
