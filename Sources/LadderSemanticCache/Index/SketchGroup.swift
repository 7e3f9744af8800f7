/// 64 sign bits of each of 16 vectors: each row holds one byte of each vector.
struct SketchGroup: Sendable {
    typealias Row = SIMD16<UInt8>

    private(set) var row0 = Row()
    private(set) var row1 = Row()
    private(set) var row2 = Row()
    private(set) var row3 = Row()
    private(set) var row4 = Row()
    private(set) var row5 = Row()
    private(set) var row6 = Row()
    private(set) var row7 = Row()

    init() {}

    /// Creates a group in which all vectors have the same bits.
    init(repeating bits: UInt64) {
        for place in 0..<16 { set(bits, at: place) }
    }

    /// Sets the bits of one vector.
    mutating func set(_ bits: UInt64, at place: Int) {
        row0[place] = UInt8(truncatingIfNeeded: bits)
        row1[place] = UInt8(truncatingIfNeeded: bits >> 8)
        row2[place] = UInt8(truncatingIfNeeded: bits >> 16)
        row3[place] = UInt8(truncatingIfNeeded: bits >> 24)
        row4[place] = UInt8(truncatingIfNeeded: bits >> 32)
        row5[place] = UInt8(truncatingIfNeeded: bits >> 40)
        row6[place] = UInt8(truncatingIfNeeded: bits >> 48)
        row7[place] = UInt8(truncatingIfNeeded: bits >> 56)
    }

    /// Returns one bit for each of 64 numbers: whether it is negative.
    static func signs(of rows: ArraySlice<SIMD16<Int8>>) -> UInt64 {
        let weights = Row(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
        var bits: UInt64 = 0
        for row in rows.reversed() {
            let weighted = Row(truncatingIfNeeded: row &>> 7) & weights
            bits = bits << 16
            bits |= UInt64(weighted.highHalf.wrappedSum()) << 8 | UInt64(weighted.lowHalf.wrappedSum())
        }
        return bits
    }
}
