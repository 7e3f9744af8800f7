/// The SHA-256 hash function of FIPS 180-4.
enum SHA256 {
    private static let constants: [UInt32] = [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ]

    /// Returns the 32 bytes of the digest.
    static func digest(of message: [UInt8]) -> [UInt8] {
        var state = SHA256State()
        let constants = constants
        var words = [UInt32](repeating: 0, count: 64)
        let wholeBlocks = message.count / 64 * 64
        for start in stride(from: 0, to: wholeBlocks, by: 64) {
            load(message, from: start, into: &words)
            state.mix(&words, constants: constants)
        }
        let end = padded(message[wholeBlocks...], messageCount: message.count)
        for start in stride(from: 0, to: end.count, by: 64) {
            load(end, from: start, into: &words)
            state.mix(&words, constants: constants)
        }
        return state.bytes
    }

    /// Returns the end of the message with a one bit, zeros, and the length of the message in bits: one block or two.
    private static func padded(_ end: ArraySlice<UInt8>, messageCount: Int) -> [UInt8] {
        var padded = Array(end)
        padded.append(0x80)
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(messageCount) &* 8
        for shift in stride(from: 56 as UInt64, through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        return padded
    }

    private static func load(_ bytes: [UInt8], from start: Int, into words: inout [UInt32]) {
        for word in 0..<16 {
            let index = start + 4 * word
            words[word] =
                UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
                | UInt32(bytes[index + 3])
        }
    }
}
