/// A rotated vector with eight bits for each number.
struct QuantizedVector: Sendable {
    /// The numbers as multiples of a step, in rows of 16.
    var rows: [SIMD16<Int8>]
    /// What the sum of products with these rows is multiplied with.
    var scale: Float

    /// Quantizes a rotated vector.
    ///
    /// The scale is chosen so that the product of the vector with its quantized form is exact. What rounding changes is
    /// then at a right angle to the vector, and matters the less the nearer another vector is.
    init(_ vector: [SIMD16<Float>]) {
        let quantized = Quantization.rounded(vector, maximum: 127)
        rows = quantized.rows.map { SIMD16<Int8>(truncatingIfNeeded: $0) }
        scale = quantized.scale
    }

    init(rows: [SIMD16<Int8>], scale: Float) {
        self.rows = rows
        self.scale = scale
    }
}
