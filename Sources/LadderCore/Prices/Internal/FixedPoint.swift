/// Conversion between decimal text and whole numbers of a small unit, without floating point in between.
enum FixedPoint {
    /// Returns the number of units of 10⁻ᵈᵉᶜⁱᵐᵃˡˢ that digits with an optional point, such as `2.50`, stand for.
    ///
    /// The result is nil when the text has another form, is finer than the unit, or is too large.
    static func parse(_ text: some StringProtocol, decimals: Int) -> Int64? {
        var units: Int64 = 0
        var decimalsLeft: Int?
        var hasDigit = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), decimalsLeft == nil, hasDigit {
                decimalsLeft = decimals
                hasDigit = false
                continue
            }
            guard case let digit = byte &- UInt8(ascii: "0"), digit < 10 else { return nil }
            hasDigit = true
            if decimalsLeft == 0 {
                if digit == 0 { continue }
                return nil
            }
            decimalsLeft = decimalsLeft.map { $0 - 1 }
            guard let more = appending(Int64(digit), to: units) else { return nil }
            units = more
        }
        guard hasDigit else { return nil }
        for _ in 0..<(decimalsLeft ?? decimals) {
            guard let more = appending(0, to: units) else { return nil }
            units = more
        }
        return units
    }

    /// Returns the units as decimal text with at least two decimals and no further zeros at the end.
    static func text(_ units: UInt64, decimals: Int) -> String {
        var digits = String(units)
        digits = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        var fraction = digits.suffix(decimals)
        while fraction.utf8.count > 2, fraction.last == "0" { fraction.removeLast() }
        return "\(digits.dropLast(decimals)).\(fraction)"
    }

    private static func appending(_ digit: Int64, to units: Int64) -> Int64? {
        let (tenfold, first) = units.multipliedReportingOverflow(by: 10)
        let (sum, second) = tenfold.addingReportingOverflow(digit)
        return first || second ? nil : sum
    }
}
