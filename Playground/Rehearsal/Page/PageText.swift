import Ladder

/// The form of numbers and times on the page. The table, the charts and the sentences all use these.
enum PageText {
    /// Returns a share such as `12.3 %`. Only nothing is `0 %`, and only everything is `100 %`.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0, part > 0 else { return "0 %" }
        guard part < whole else { return "100 %" }
        return min(99.9, max(0.1, 100 * Double(part) / Double(whole))).text(digits: 1) + " %"
    }

    /// Returns a latency such as `840 ms` or `1.25 s`, and a dash where there is none.
    static func latency(_ latency: Duration?) -> String {
        guard let latency else { return "–" }
        let seconds = latency.inSeconds
        return switch seconds {
        case ..<1: (seconds * 1_000).text(digits: 0) + " ms"
        case ..<10: seconds.text(digits: 2) + " s"
        default: seconds.text(digits: 1) + " s"
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
        guard dollars >= 1 else { return "$" + dollars.text(digits: 4) }
        let text = dollars.text(digits: 2)
        return "$" + (Int(text.dropLast(3)) ?? 0).grouped + text.suffix(3)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
