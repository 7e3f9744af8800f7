import Ladder

extension Duration {
    /// A text such as `420 ms`, `1 s`, `1.3 s` or `64 s`.
    var roundedText: String {
        let milliseconds = clampedNanoseconds / 1_000_000
        if milliseconds < 1_000 { return "\(milliseconds) ms" }
        let (seconds, tenths) = (milliseconds / 1_000, milliseconds % 1_000 / 100)
        return seconds >= 20 || tenths == 0 ? "\(seconds) s" : "\(seconds).\(tenths) s"
    }
}

extension Instant {
    /// Minutes and seconds since the beginning, such as `16:03`.
    var clockText: String {
        let seconds = nanoseconds / 1_000_000_000
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }
}
