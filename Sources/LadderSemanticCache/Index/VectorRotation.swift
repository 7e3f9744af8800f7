import LadderCore

/// A fixed rotation of vectors, which spreads what a vector says evenly over all of its numbers.
///
/// Cosines stay the same. After it the sign of each number is a fair bit about the direction, and eight bits are enough
/// for each number, also where an embedder returns vectors of mostly zeros or without negative numbers.
///
/// It is made of random signs and Hadamard transforms. Those need a power of two: one takes the first rows and the
/// next the last rows, which overlap.
struct VectorRotation: Sendable {
    /// The number of numbers in a rotated vector: the dimensions, rounded up to a multiple of 64.
    let paddedDimensions: Int
    private let dimensions: Int
    private let signs: [UInt16]

    private static let steps = 3

    init(dimensions: Int) {
        self.dimensions = dimensions
        paddedDimensions = (dimensions + 63) / 64 * 64
        let rows = paddedDimensions / 16
        signs = (0..<UInt64(rows * Self.steps)).map { UInt16(truncatingIfNeeded: ($0 + 1).mixed) }
    }

    /// Returns the rotated vector, in rows of 16 numbers.
    func rotated(_ vector: [Float]) -> [SIMD16<Float>] {
        let count = paddedDimensions / 16
        var rows = [SIMD16<Float>](repeating: .zero, count: count)
        for index in 0..<dimensions { rows[index / 16][index % 16] = vector[index] }
        let power = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
        for step in 0..<Self.steps {
            for row in 0..<count {
                rows[row] = Self.mixed(rows[row], signs: signs[step * count + row])
            }
            Self.mix(&rows, from: step % 2 == 0 ? 0 : count - power, count: power)
        }
        return rows
    }

    /// Returns the Hadamard transform of one row, after a change of signs.
    private static func mixed(_ row: SIMD16<Float>, signs: UInt16) -> SIMD16<Float> {
        var row = row
        row.replace(with: -row, where: SIMD16(repeating: Int32(signs)) & bits .!= 0)
        for _ in 0..<4 {
            let (even, odd) = (row.evenHalf, row.oddHalf)
            row = SIMD16(lowHalf: even + odd, highHalf: even - odd)
        }
        return row * 0.25
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

    private static let bits = SIMD16<Int32>(
        1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768)
}
