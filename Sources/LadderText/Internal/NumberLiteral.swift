/// Reads digits with points, commas, colons and slashes between them.
enum NumberLiteral {
    /// Returns the number in its plain spelling: no groups, a point for decimals, no needless zeros; nil for times and
    /// dates.
    static func plain(_ literal: String) -> String? {
        guard !literal.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) else { return nil }
        if date(literal) != nil { return nil }
        let parts = literal.split(whereSeparator: { ".,'".contains($0) }).map(String.init)
        let separators = literal.filter { ".,'".contains($0) }.map { $0 }
        guard let last = separators.last, parts.count == separators.count + 1 else { return trimmed(whole: literal) }
        let groups = parts.dropFirst().allSatisfy { $0.utf8.count == 3 } && parts[0].utf8.count <= 3
        let isOneKind = Set(separators).count == 1
        if last == "'" || isOneKind && groups && !(separators.count == 1 && parts[0] == "0") {
            return trimmed(whole: parts.joined())
        }
        if isOneKind && separators.count > 1 { return nil }
        return trimmed(whole: parts.dropLast().joined(), fraction: parts[parts.count - 1])
    }

    static func value(_ literal: String) -> Double? {
        if let plain = plain(literal) { return Double(plain) }
        let sides = literal.split(separator: "/").map(String.init)
        guard sides.count == 2, let top = Double(sides[0]), let bottom = Double(sides[1]), bottom != 0 else {
            return nil
        }
        return top / bottom
    }

    /// Returns `14:30` and `14:30:15` as minutes since midnight.
    static func timeOfDay(_ literal: String) -> Double? {
        let parts = literal.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard parts.count == 2 || parts.count == 3, (0...24).contains(parts[0]) else { return nil }
        guard parts.dropFirst().allSatisfy({ (0...59).contains($0) }) else { return nil }
        let seconds = parts.count == 3 ? Double(parts[2]) : 0
        return Double(parts[0] * 60 + parts[1]) + seconds / 60
    }

    /// Returns `2024-05-01`, `1.5.2024`, `05/01/2024` as year × 10,000 + month × 100 + day.
    static func date(_ literal: String) -> Double? {
        for separator in "-./" {
            let parts = literal.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]) else {
                continue
            }
            let lengths = parts.map(\.utf8.count)
            if lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 { return date(year: a, month: b, day: c) }
            guard lengths[0] <= 2, lengths[1] <= 2, lengths[2] == 4 || lengths[2] == 2, separator != "-" else {
                return nil
            }
            let year = lengths[2] == 2 ? 2000 + c : c
            let first = separator == "/" ? date(year: year, month: a, day: b) : date(year: year, month: b, day: a)
            return first ?? (separator == "/" ? date(year: year, month: b, day: a) : nil)
        }
        return nil
    }

    static func date(year: Int, month: Int, day: Int) -> Double? {
        guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return Double(year * 10_000 + month * 100 + day)
    }

    private static func trimmed(whole: String, fraction: String = "") -> String {
        let whole = String(whole.drop(while: { $0 == "0" }))
        let fraction = String(fraction.reversed().drop(while: { $0 == "0" }).reversed())
        return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
