/// Shares of a whole, as text.
enum Share {
    /// Returns a text such as `93%` or `0.4%`; never 0% for a part above zero, and 100% only for all.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = min(max((part * 1_000 + whole / 2) / whole, part > 0 ? 1 : 0), part < whole ? 999 : 1_000)
        let isWhole = tenths % 10 == 0 || (100..<990).contains(tenths)
        return isWhole ? "\((tenths + 5) / 10)%" : "\(tenths / 10).\(tenths % 10)%"
    }

    /// Returns a text such as `1.25`.
    static func perCall(_ count: Int, calls: Int) -> String {
        guard calls > 0 else { return "–" }
        let hundredths = (count * 100 + calls / 2) / calls
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension String {
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
