import Ladder

extension Duration {
    /// A text such as `420 ms`, `1 s`, `1.3 s` or `64 s`.
    var roundedText: String {
        let milliseconds = clampedNanoseconds / 1_000_000
        if milliseconds < 1_000 { return "\(milliseconds) ms" }
        let (seconds, tenths) = (milliseconds / 1_000, milliseconds % 1_000 / 100)
        return seconds >= 20 || tenths == 0 ? "\(seconds) s" : "\(seconds).\(tenths) s"
    }

    /// Minutes and seconds since the beginning, such as `16:03`, or hours and minutes where there are more: `3h05`.
    var clockText: String {
        let seconds = clampedNanoseconds / 1_000_000_000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return seconds < 6_000 ? "\(seconds / 60):\(two(seconds % 60))" : "\(seconds / 3_600)h\(two(seconds / 60 % 60))"
    }
}
