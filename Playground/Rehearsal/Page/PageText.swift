import Ladder

/// The form of numbers and times on the page. The table, the charts and the sentences all use these.
enum PageText {
    /// Returns a whole number with a comma after each thousand, such as `12,040`.
    static func count(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }

    /// Returns a share such as `12.3 %`. Only nothing is `0 %`, and only everything is `100 %`.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0 %" }
        guard part < whole else { return "100 %" }
        return fixed(min(99.9, max(0.1, 100 * Double(part) / Double(whole))), decimals: 1) + " %"
    }

    /// Returns a latency such as `840 ms` or `1.25 s`, and a dash where there is none.
    static func latency(_ latency: Duration?) -> String {
        guard let latency else { return "–" }
        let seconds = latency.inSeconds
        return switch seconds {
        case ..<1: fixed(seconds * 1_000, decimals: 0) + " ms"
        case ..<10: fixed(seconds, decimals: 2) + " s"
        default: fixed(seconds, decimals: 1) + " s"
        }
    }

    /// Returns a time since the beginning, such as `7:05` (minutes and seconds) or `2:07:05`.
    static func clock(_ time: Duration) -> String {
        let seconds = Int(time.inSeconds)
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        let rest = padded(seconds % 60)
        return hours > 0 ? "\(hours):\(padded(minutes)):\(rest)" : "\(minutes):\(rest)"
    }

    /// Returns an amount such as `$4.13`, with four decimals below a dollar.
    static func money(_ amount: Money) -> String {
        let dollars = amount.inDollars
        guard dollars != 0 else { return "$0" }
        guard dollars >= 1 else { return "$" + fixed(dollars, decimals: 4) }
        let text = fixed(dollars, decimals: 2)
        return "$" + count(Int(text.dropLast(3)) ?? 0) + text.suffix(3)
    }

    /// Returns a number that is not negative with a fixed number of decimals.
    static func fixed(_ number: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let scaled = Int((number * Double(scale)).rounded())
        guard decimals > 0 else { return "\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(scaled / scale)." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
