/// The eight words that SHA-256 changes with each block of the message.
struct SHA256State {
    private var a: UInt32 = 0x6a09e667
    private var b: UInt32 = 0xbb67ae85
    private var c: UInt32 = 0x3c6ef372
    private var d: UInt32 = 0xa54ff53a
    private var e: UInt32 = 0x510e527f
    private var f: UInt32 = 0x9b05688c
    private var g: UInt32 = 0x1f83d9ab
    private var h: UInt32 = 0x5be0cd19

    /// Mixes in a block, whose 16 words are the first of `words`; there is room for 48 more behind them.
    mutating func mix(_ words: inout [UInt32], constants: [UInt32]) {
        for index in 16..<64 {
            let (before, earlier) = (words[index - 2], words[index - 15])
            let first = rotated(earlier, by: 7) ^ rotated(earlier, by: 18) ^ (earlier >> 3)
            let second = rotated(before, by: 17) ^ rotated(before, by: 19) ^ (before >> 10)
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
        let start = self
        for round in 0..<64 {
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let turned = rotated(e, by: 6) ^ rotated(e, by: 11) ^ rotated(e, by: 25)
            let first = h &+ turned &+ choice &+ constants[round] &+ words[round]
            let second = (rotated(a, by: 2) ^ rotated(a, by: 13) ^ rotated(a, by: 22)) &+ majority
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        add(start)
    }

    /// The words as bytes, the highest byte of each first.
    var bytes: [UInt8] {
        [a, b, c, d, e, f, g, h].flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    private mutating func add(_ other: SHA256State) {
        a &+= other.a
        b &+= other.b
        c &+= other.c
        d &+= other.d
        e &+= other.e
        f &+= other.f
        g &+= other.g
        h &+= other.h
    }

    private func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 - count)
    }
}
