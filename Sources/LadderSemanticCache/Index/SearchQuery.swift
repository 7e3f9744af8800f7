/// A rotated vector that is searched for, in the forms that a search compares.
struct SearchQuery {
    let numbers: Quantization
    /// The signs, the same in all places of a group.
    let signs: [SketchGroup]

    init(_ vector: [SIMD16<Float>]) {
        let numbers = Quantization(vector)
        // The same upper bits as those of a vector in the index: equal vectors have equal signs.
        let rows = QuantizedVector(numbers).rows
        signs = stride(from: 0, to: rows.count, by: 4).map { first in
            SketchGroup(repeating: SketchGroup.signs(of: rows[first..<(first + 4)]))
        }
        self.numbers = numbers
    }
}
