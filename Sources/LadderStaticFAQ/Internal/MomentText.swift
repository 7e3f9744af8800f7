import LadderCore

/// Writes calendar times as people read them.
enum MomentText {
    /// Returns the time in UTC, rounded up to the next whole minute: `2026-01-01 00:00 UTC`.
    static func minute(_ moment: WallTime) -> String {
        let text = Array(RFC3339.text(moment + .nanoseconds(59_999_999_999)).utf8)
        return String(decoding: text[..<10] + [0x20] + text[11..<16], as: UTF8.self) + " UTC"
    }
}
