/// A rotated vector with twelve bits for each number: the numbers as multiples of a step, in rows of 16.
struct Quantization {
    private(set) var rows: [SIMD16<Int16>]
    /// What a sum of products with these rows is multiplied with, so that the product with the vector itself is exact.
    private(set) var scale: Float

    /// The sum of the numbers, as multiples of the step.
    private var total = 0

    private static let maximum: Float = 2_047

    init(_ vector: [SIMD16<Float>]) {
        rows = [SIMD16<Int16>](repeating: .zero, count: vector.count)
        scale = 0
        var largest = SIMD16<Float>.zero
        for row in vector {
            let size = row.replacing(with: -row, where: row .< 0)
            largest.replace(with: size, where: largest .< size)
        }
        let factor = Self.maximum / largest.max()
        guard factor.isFinite else { return }
        var (square, product) = (SIMD16<Float>.zero, SIMD16<Float>.zero)
        for index in vector.indices {
            let exact = vector[index]
            // Adding this number rounds to a whole one, which the low bits of the sum then hold.
            let sum = exact * factor + 12_582_912
            square += exact * exact
            product += exact * (sum - 12_582_912)
            var whole = SIMD16<Int32>()
            for lane in 0..<16 { whole[lane] = Int32(bitPattern: sum[lane].bitPattern) &- 0x4B40_0000 }
            rows[index] = SIMD16(truncatingIfNeeded: whole)
            total += Int(whole.wrappedSum())
        }
        scale = square.sum() / product.sum()
        if !scale.isFinite { scale = 0 }
    }

    /// Returns the sum of products with the upper eight bits of other numbers, as multiples of both steps.
    ///
    /// The four bits that are missing count as their mean.
    func product(with others: [SIMD16<Int8>], from first: Int) -> Float {
        // The sum for 4,096 dimensions fits in 32 bits.
        var sum: Int32 = 0
        for index in rows.indices {
            let (row, other) = (rows[index], others[first + index])
            for lane in 0..<16 { sum &+= Int32(row[lane]) &* Int32(other[lane]) }
        }
        return 16 * Float(sum) + 7.5 * Float(total)
    }
}
