/// The form of a duration in rate-limit headers and configuration files: `120ms`, `6m0s`, `1h2m3.5s`, `34.4s`.
package enum DurationText {
    /// The longest duration that is read, a hundred years. A longer one is a mistake.
    package static let maximum = Duration.seconds(100 * 366 * 86_400)

    /// Returns the duration that a text states, or nil.
    ///
    /// It is one or more numbers, each with a unit, larger units first: `d`, `h`, `m`, `s`, `ms`, `us` or `µs`, `ns`. A
    /// number may have a fraction. A lone `0` needs no unit. The result is nil for negative numbers, for any other text
    /// and for a duration longer than ``maximum``.
    package static func parse(_ text: String) -> Duration? {
        if text == "0" { return .zero }
        guard var reader = DigitReader(text) else { return nil }
        var total: Int64 = 0
        var longestAllowed = Int64.max
        repeat {
            guard let (whole, billionths) = number(&reader), let unit = unit(&reader), unit < longestAllowed else {
                return nil
            }
            let (nanoseconds, overflow) = whole.multipliedReportingOverflow(by: unit)
            if overflow { return nil }
            // Split in two, because billionths of a day do not fit in one product.
            let fraction = unit / 1_000_000_000 * billionths + unit % 1_000_000_000 * billionths / 1_000_000_000
            total = total.saturatingAdding(nanoseconds).saturatingAdding(fraction)
            longestAllowed = unit
        } while !reader.isAtEnd
        let duration = Duration.nanoseconds(total)
        return duration <= maximum ? duration : nil
    }

    private static func number(_ reader: inout DigitReader) -> (whole: Int64, billionths: Int64)? {
        guard let first = reader.digit() else { return nil }
        var whole = Int64(first)
        while let digit = reader.digit() {
            let (tenfold, overflow) = whole.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            whole = tenfold.saturatingAdding(Int64(digit))
        }
        guard reader.skip(".") else { return (whole, 0) }
        return reader.billionths().map { (whole, Int64($0)) }
    }

    /// Reads the unit that comes next, in nanoseconds.
    private static func unit(_ reader: inout DigitReader) -> Int64? {
        // "ms" before "m", because the longer name must be tried first.
        let names: [String] = ["ms", "us", "µs", "μs", "ns", "d", "h", "m", "s"]
        let lengths: [Int64] = [
            1_000_000, 1_000, 1_000, 1_000, 1, 86_400_000_000_000, 3_600_000_000_000, 60_000_000_000, 1_000_000_000,
        ]
        return reader.skip(oneOf: names).map { lengths[$0] }
    }
}
