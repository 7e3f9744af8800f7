/// Rounding of the numbers of a vector to multiples of one step.
enum Quantization {
    /// Returns the multiples, of which none is farther from zero than `maximum`, and the factor for products with them.
    static func rounded(_ vector: [SIMD16<Float>], maximum: Float) -> (rows: [SIMD16<Int16>], scale: Float) {
        var largest = SIMD16<Float>.zero
        for row in vector {
            let size = row.replacing(with: -row, where: row .< 0)
            largest.replace(with: size, where: largest .< size)
        }
        let factor = maximum / largest.max()
        var rows = [SIMD16<Int16>](repeating: .zero, count: vector.count)
        guard factor.isFinite else { return (rows, 0) }
        var square = SIMD16<Float>.zero
        var product = SIMD16<Float>.zero
        for index in vector.indices {
            let exact = vector[index]
            // Adding this number rounds to a whole one, which the low bits of the sum then hold.
            let sum = exact * factor + 12_582_912
            let whole = sum - 12_582_912
            square += exact * exact
            product += exact * whole
            var row = SIMD16<Int32>()
            for lane in 0..<16 { row[lane] = Int32(bitPattern: sum[lane].bitPattern) }
            rows[index] = SIMD16(truncatingIfNeeded: row)
        }
        return (rows, square.sum() / product.sum())
    }

    /// Returns one bit for each of 64 numbers: whether it is negative.
    static func signs(of rows: ArraySlice<SIMD16<Int8>>) -> UInt64 {
        let weights = SIMD16<UInt8>(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
        var bits: UInt64 = 0
        for row in rows.reversed() {
            let weighted = SIMD16<UInt8>(truncatingIfNeeded: row &>> 7) & weights
            bits = bits << 16
            bits |= UInt64(weighted.highHalf.wrappedSum()) << 8 | UInt64(weighted.lowHalf.wrappedSum())
        }
        return bits
    }
}
