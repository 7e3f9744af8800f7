import LadderCore

/// Keys of words and of their parts, which are the same in every process and on every machine (FNV-1a).
enum FeatureKey {
    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Returns the key of a word.
    static func of(_ word: String) -> UInt64 {
        word.utf8.reduce(start) { adding(UInt64($1), to: $0) }
    }

    /// Returns the key of three scalars in order.
    static func of(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
        adding(UInt64(third), to: adding(UInt64(second), to: adding(UInt64(first), to: start)))
    }

    /// Returns a key that depends on the order of the two.
    static func joining(_ first: UInt64, to second: UInt64) -> UInt64 {
        adding(second, to: first.mixed)
    }

    private static func adding(_ value: UInt64, to key: UInt64) -> UInt64 {
        (key ^ value) &* 0x0000_0100_0000_01B3
    }
}
