extension FixedWidthInteger {
    /// The number with a comma between groups of three digits, such as `1,000,000`.
    var grouped: String {
        let digits = Array("\(magnitude)")
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
