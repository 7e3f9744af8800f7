import LadderCore

/// Waits as providers write them, with what cannot be meant left out.
enum CredibleWait {
    /// Returns `wait` unless it is negative or longer than ``ChatError/longestCredibleWait``.
    static func checked(_ wait: Duration) -> Duration? {
        wait >= .zero && wait <= ChatError.longestCredibleWait ? wait : nil
    }

    /// Reads a plain number of some unit, such as `2` or `1.5`.
    static func parse(_ text: String, unit: Duration) -> Duration? {
        guard text.utf8.count <= 32, text.utf8.allSatisfy({ $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }) else {
            return nil
        }
        return Double(text).flatMap { wait($0, unit: unit) }
    }

    /// Returns this many units as a wait, to the nanosecond.
    static func wait(_ number: Double, unit: Duration) -> Duration? {
        let nanoseconds = number * Double(unit.clampedNanoseconds)
        guard nanoseconds >= 0, nanoseconds <= Double(ChatError.longestCredibleWait.clampedNanoseconds) else {
            return nil
        }
        return .nanoseconds(Int64(nanoseconds.rounded()))
    }
}
