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
}
