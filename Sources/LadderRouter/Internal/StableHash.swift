import LadderCore

/// A hash that is the same in every process and on every machine (FNV-1a with a finisher).
///
/// The standard library's hasher has a seed for each process, so a key would move to another deployment with a restart.
struct StableHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        // No text contains this byte, so ("ab", "c") and ("a", "bc") differ.
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    var value: UInt64 { state.mixed }
}

extension UInt64 {
    /// A number between 0 and 1, both excluded.
    var unit: Double { (Double(self >> 12) + 0.5) * 0x1p-52 }
}
