import LadderCore

extension FailureEvidence {
    /// Waits above this are a mistake.
    static let longestWait = Duration.seconds(31 * 86_400)

    /// How long the provider asks to wait: the first sensible thing it says.
    func readWait(_ status: Int?) -> Duration? {
        headers["retry-after-ms"].flatMap { Self.number($0, unit: 1_000_000) }
            ?? headers["retry-after"].flatMap { retryAfter($0) }
            ?? body.retryDelay.flatMap { Self.sensible($0) }
            ?? (status == 429 ? exhaustedLimit : nil)
    }

    private func retryAfter(_ text: String) -> Duration? {
        if let seconds = Self.number(text, unit: 1_000_000_000) { return seconds }
        return HTTPDate.parse(text).flatMap { Self.sensible($0 - runtime.wallNow) }
    }

    /// The latest reset of the limits that have nothing left.
    private var exhaustedLimit: Duration? {
        let waits = RateLimit.reading(headers, now: runtime.wallNow).compactMap { limit -> Duration? in
            guard limit.remaining == 0, let resets = limit.resets else { return nil }
            return Self.sensible(resets - runtime.wallNow).flatMap { $0 > .zero ? $0 : nil }
        }
        return waits.max()
    }

    static func sensible(_ wait: Duration) -> Duration? {
        wait >= .zero && wait <= longestWait ? wait : nil
    }

    /// A plain number of some unit, such as `2` or `1.5`.
    static func number(_ text: String, unit nanoseconds: Int64) -> Duration? {
        guard text.utf8.count <= 32, text.utf8.allSatisfy({ $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }),
            let number = Double(text), number * Double(nanoseconds) <= Double(longestWait.clampedNanoseconds)
        else { return nil }
        return .nanoseconds(Int64((number * Double(nanoseconds)).rounded()))
    }
}
