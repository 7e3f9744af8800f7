/// A 64-bit checksum that finds damage, not forgery.
///
/// It takes eight bytes at a time, and each step can be undone. So a change within one of these words is always found,
/// and any other change unless it meets one in 2⁶⁴.
package enum Checksum {
    /// Returns the checksum of the bytes from `start` on.
    package static func of(_ bytes: [UInt8], from start: Int) -> UInt64 {
        var state = UInt64(bytes.count) ^ 0xCBF2_9CE4_8422_2325
        var index = start
        while index + 8 <= bytes.count {
            state = mix(state, with: word(of: bytes, at: index, count: 8))
            index += 8
        }
        return mix(state, with: word(of: bytes, at: index, count: bytes.count - index))
    }

    private static func word(of bytes: [UInt8], at start: Int, count: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(bytes[start + index]) << UInt64(8 * index) }
        return word
    }

    private static func mix(_ state: UInt64, with word: UInt64) -> UInt64 {
        let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}
