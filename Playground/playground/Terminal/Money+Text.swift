import Ladder

extension Money {
    /// A text with the digits that matter: `$12.40`, `$0.0153` or `$1,240`.
    var rounded: String {
        let dollars = Double(picodollars) / 1e12
        if dollars == 0 { return "$0" }
        if dollars >= 1_000 { return "$" + Int(dollars.rounded()).grouped }
        let digits = dollars >= 1 ? 2 : dollars >= 0.01 ? 4 : 6
        return "$" + dollars.text(digits: digits)
    }
}

extension Int {
    /// The number with a comma between groups of three digits.
    var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return self < 0 ? "-\(text)" : text
    }
}
