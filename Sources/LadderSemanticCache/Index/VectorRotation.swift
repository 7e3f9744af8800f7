import LadderCore

/// A fixed rotation of vectors, which spreads what a vector says evenly over all of its numbers.
///
/// Cosines stay the same. After it the sign of each number is a fair bit about the direction, and eight bits are enough
/// for each number, also where an embedder returns vectors of mostly zeros or without negative numbers.
///
/// It is made of random signs and Hadamard transforms. Those need a power of two: one takes the first rows and the
/// next the last rows, which overlap.
///
/// Written for speed: loops over the numbers of a row that is a local value become a few vector instructions, where
/// comparisons of whole rows of integers take ten times as long.
struct VectorRotation: Sendable {
    /// The number of numbers in a rotated vector: the dimensions, rounded up to a multiple of 64.
    let paddedDimensions: Int

    private static let steps = 3

    /// Random bits, of which the first of each number stands for a change of sign.
    private static let signs: [SIMD16<Int8>] = (0..<1_024).map { row in
        var signs = SIMD16<Int8>()
        for lane in 0..<16 { signs[lane] = Int8(truncatingIfNeeded: UInt64(row * 16 + lane).mixed) }
        return signs
    }

    init(dimensions: Int) {
        paddedDimensions = (dimensions + 63) / 64 * 64
    }

    /// Returns the rotated vector, in rows of 16 numbers.
    func rotated(_ vector: [Float]) -> [SIMD16<Float>] {
        let padding = paddedDimensions - vector.count
        var rows = Self.rows(of: padding == 0 ? vector : vector + [Float](repeating: 0, count: padding))
        let signs = Self.signs
        let power = 1 << (Int.bitWidth - 1 - rows.count.leadingZeroBitCount)
        for step in 0..<Self.steps {
            for row in rows.indices {
                rows[row] = Self.changed(rows[row], signs: signs[(step * rows.count + row) % signs.count])
                if step != 1 { rows[row] = Self.mixed(rows[row]) }
            }
            Self.mix(&rows, from: step % 2 == 0 ? 0 : rows.count - power, count: power)
        }
        return rows
    }

    private static func rows(of vector: [Float]) -> [SIMD16<Float>] {
        stride(from: 0, to: vector.count, by: 16).map { first in
            var row = SIMD16<Float>()
            for lane in 0..<16 { row[lane] = vector[first + lane] }
            return row
        }
    }

    private static func changed(_ row: SIMD16<Float>, signs: SIMD16<Int8>) -> SIMD16<Float> {
        var changed = SIMD16<Float>()
        for lane in 0..<16 {
            let sign = UInt32(truncatingIfNeeded: signs[lane]) & 0x8000_0000
            changed[lane] = Float(bitPattern: row[lane].bitPattern ^ sign)
        }
        return changed
    }

    /// Returns the Hadamard transform of one row.
    private static func mixed(_ row: SIMD16<Float>) -> SIMD16<Float> {
        var mixed = row
        for _ in 0..<4 {
            let (even, odd) = (mixed.evenHalf, mixed.oddHalf)
            mixed = SIMD16(lowHalf: even + odd, highHalf: even - odd)
        }
        return mixed * 0.25
    }

    /// Replaces some rows with their Hadamard transform, number by number.
    private static func mix(_ rows: inout [SIMD16<Float>], from start: Int, count: Int) {
        var width = 1
        while width < count {
            for first in stride(from: start, to: start + count, by: 2 * width) {
                for row in first..<(first + width) {
                    let (upper, lower) = (rows[row], rows[row + width])
                    rows[row] = upper + lower
                    rows[row + width] = upper - lower
                }
            }
            width *= 2
        }
        let scale = 1 / Float(count).squareRoot()
        for row in start..<(start + count) { rows[row] *= scale }
    }
}
