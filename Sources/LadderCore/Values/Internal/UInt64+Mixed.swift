extension UInt64 {
    /// The distance between the states of two consecutive numbers of SplitMix64.
    package static let splitMixStep: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// This number with its bits mixed, so that all bits depend on all bits (the finisher of SplitMix64).
    package var mixed: UInt64 {
        var value = self &+ .splitMixStep
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
