extension Duration {
    /// A short text for people, such as `250 ms`, `1.5 s` or `30 s`.
    package var shortText: String {
        let milliseconds = clampedNanoseconds / 1_000_000
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let tenths = milliseconds / 100
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}
