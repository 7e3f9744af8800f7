/// The rules for numbers of payment cards: 13 to 19 digits of a known issuer that pass Luhn's check.
enum CardNumber {
    /// Returns the index behind the last group of a card number that begins at a group, or nil where none begins.
    static func end(in run: DigitRun, from first: Int, of text: PersonalDataText) -> Int? {
        guard run.groups[first].count >= 4, run.mayBegin(at: first, in: text) else { return nil }
        var digits: [UInt8] = []
        var longest: Int?
        for group in run.groups[first...].prefix(5).indices {
            let range = run.groups[group]
            guard digits.count + range.count <= 19, isJoined(group, to: first, in: run, of: text) else { break }
            digits += text.bytes[range]
            let isCard = digits.count >= 13 && run.mayEnd(at: group, in: text) && isCardNumber(digits)
            if isCard { longest = group + 1 }
        }
        return longest
    }

    /// Whether a single space or hyphen is in front of a group that is not the first.
    private static func isJoined(_ group: Int, to first: Int, in run: DigitRun, of text: PersonalDataText) -> Bool {
        guard group > first else { return true }
        let end = run.groups[group - 1].upperBound
        return run.groups[group].lowerBound - end == 1 && " -".utf8.contains(text[end])
    }

    private static func isCardNumber(_ digits: [UInt8]) -> Bool {
        let first = digits[..<4].reduce(0) { $0 * 10 + $1.digit }
        return lengths(ofIssuer: first).contains(digits.count) && passesLuhn(digits)
    }

    /// Returns the numbers of digits that the issuer with these first four digits uses.
    private static func lengths(ofIssuer first: Int) -> [Int] {
        switch first {
        case 4000...4999: [13, 16, 19]  // Visa
        case 5100...5599, 2221...2720: [16]  // Mastercard
        case 3400...3499, 3700...3799: [15]  // American Express
        case 3000...3059, 3095...3095, 3600...3699, 3800...3999: [14, 16, 19]  // Diners Club
        case 3528...3589: [16, 17, 18, 19]  // JCB
        case 6011, 6440...6599: [16, 19]  // Discover
        case 6200...6299, 8100...8171: [16, 17, 18, 19]  // UnionPay
        case 5018, 5020, 5038, 5893, 6304, 6759, 6761...6763: [13, 14, 15, 16, 17, 18, 19]  // Maestro
        case 2200...2204: [16, 17, 18, 19]  // Mir
        default: []
        }
    }

    /// Whether the digits, every second one from the right doubled, sum up to a multiple of ten.
    private static func passesLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (index, byte) in digits.reversed().enumerated() {
            let value = index % 2 == 0 ? byte.digit : 2 * byte.digit
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }
}
