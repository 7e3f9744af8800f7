/// A rotated vector with eight bits for each number, as an index keeps it.
struct QuantizedVector: Sendable {
    /// The upper eight of twelve bits of each number, in rows of 16.
    private(set) var rows: [SIMD16<Int8>]
    /// What a sum of products with these rows is multiplied with.
    private(set) var scale: Float

    /// Keeps the upper bits of each number.
    ///
    /// The scale is chosen so that the product of the vector with its quantized form stays exact. What is left out is
    /// then at a right angle to the vector, and matters the less the nearer another vector is.
    init(_ exact: Quantization) {
        rows = exact.rows.map { SIMD16<Int8>(truncatingIfNeeded: $0 &>> 4) }
        var square = 0
        for row in exact.rows {
            var sum: Int32 = 0
            for lane in 0..<16 { sum &+= Int32(row[lane]) &* Int32(row[lane]) }
            square += Int(sum)
        }
        scale = exact.scale * Float(square) / exact.product(with: rows, from: 0)
        if !scale.isFinite { scale = 0 }
    }

    init(rows: [SIMD16<Int8>], scale: Float) {
        self.rows = rows
        self.scale = scale
    }
}
