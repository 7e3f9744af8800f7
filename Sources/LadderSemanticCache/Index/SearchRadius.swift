/// In how many bits two vectors may differ that have a given cosine.
struct SearchRadius {
    private let bits: Float

    init(bits: Int) {
        self.bits = Float(bits)
    }

    /// Returns the number of bits that differ for vectors of this cosine, plus four standard deviations.
    func distance(at cosine: Float) -> UInt16 {
        let share = Self.angle(cosine) / .pi
        let mean = bits * share
        let deviation = (mean * (1 - share)).squareRoot()
        return UInt16(min(bits, mean + 4 * deviation))
    }

    /// Returns the arc cosine to four digits (Abramowitz and Stegun, 4.4.45).
    private static func angle(_ cosine: Float) -> Float {
        let size = min(abs(cosine), 1)
        let polynomial = ((-0.0187293 * size + 0.0742610) * size - 0.2121144) * size + 1.5707288
        let angle = (1 - size).squareRoot() * polynomial
        return cosine < 0 ? .pi - angle : angle
    }
}
