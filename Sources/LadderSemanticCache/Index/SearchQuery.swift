/// A rotated vector that is searched for, in the forms that a search compares.
struct SearchQuery {
    /// The numbers with twelve bits each, in rows of 16. The sum of products with the rows of a quantized vector of
    /// 4,096 dimensions fits in 32 bits.
    let rows: [SIMD16<Int16>]
    let scale: Float
    /// The signs, the same in all places of a group.
    let signs: [SketchGroup]

    init(_ vector: [SIMD16<Float>]) {
        let quantized = Quantization.rounded(vector, maximum: 2_047)
        rows = quantized.rows
        scale = quantized.scale
        let bytes = rows.map { SIMD16<Int8>(truncatingIfNeeded: $0 &>> 4) }
        signs = stride(from: 0, to: bytes.count, by: 4).map { first in
            SketchGroup(repeating: Quantization.signs(of: bytes[first..<(first + 4)]))
        }
    }
}
