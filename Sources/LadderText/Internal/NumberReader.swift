/// Reads numbers with their units from a sequence of lexemes.
struct NumberReader {
    typealias Lexeme = NumberLexer.Lexeme

    private let lexemes: [Lexeme]
    private var position = 0
    private var mentions: [NumberMention] = []

    init(_ lexemes: [Lexeme]) {
        self.lexemes = lexemes
    }

    mutating func run() -> [NumberMention] {
        while position < lexemes.count {
            let start = position
            if let mention = date() ?? quantity() {
                mentions.append(mention)
            } else {
                position = start + 1
            }
        }
        return mentions
    }

    private func lexeme(_ offset: Int) -> Lexeme? {
        let index = position + offset
        return lexemes.indices.contains(index) ? lexemes[index] : nil
    }

    private func word(_ offset: Int) -> String? {
        guard let lexeme = lexeme(offset), lexeme.kind == .word else { return nil }
        return lexeme.text
    }

    /// Reads a day such as `5 May 2024`, `May 5, 2024`, `5. Mai` or `2024-05-05`.
    private mutating func date() -> NumberMention? {
        if let digits = lexeme(0), digits.kind == .digits, let date = NumberLiteral.date(digits.text) {
            position += 1
            return NumberMention(date, unit: .date)
        }
        var probe = self
        var day: Int?
        var month = probe.month()
        day = probe.day()
        if month == nil, day != nil { month = probe.month() }
        guard let day, let month else { return nil }
        if probe.lexeme(0)?.text == "," { probe.position += 1 }
        var year = 0
        if let digits = probe.lexeme(0), digits.kind == .digits, digits.text.utf8.count == 4,
            let value = Int(digits.text)
        {
            year = value
            probe.position += 1
        }
        guard let date = NumberLiteral.date(year: year, month: month, day: day) else { return nil }
        position = probe.position
        return NumberMention(date, unit: .date)
    }

    private mutating func month() -> Int? {
        var offset = 0
        if word(0) == "of" || word(0) == "de" { offset = 1 }
        guard let name = word(offset), let month = MonthNames.months[name] else { return nil }
        position += offset + 1
        return month
    }

    private mutating func day() -> Int? {
        guard let digits = lexeme(0), digits.kind == .digits, digits.text.utf8.count <= 2, let day = Int(digits.text),
            (1...31).contains(day)
        else { return nil }
        position += 1
        if let suffix = word(0), lexeme(0)?.isGlued == true, NumberWords.ordinalSuffixes.contains(suffix) {
            position += 1
        }
        if lexeme(0)?.text == ".", lexeme(0)?.isGlued == true { position += 1 }
        return day
    }

    private mutating func quantity() -> NumberMention? {
        let start = position
        guard let magnitude = magnitude() else { return nil }
        var value = magnitude
        let sign = start > 0 ? lexemes[start - 1] : nil
        var prefix = sign.flatMap { UnitTable.currencySigns[$0.text] }
        if sign?.kind == .word { prefix = sign.flatMap { UnitTable.currencyCodes[$0.text] } }
        let minus = prefix == nil ? start - 1 : start - 2
        if isMinus(minus) { value = -value }
        if let scale = word(0).flatMap({ NumberWords.scales[$0] }) {
            value *= scale
            position += 1
        }
        if let prefix { return NumberMention(value, unit: .currency(prefix)) }
        let unit = unit(literal: lexemes[start], value: &value)
        return NumberMention(value, unit: unit)
    }

    /// Returns whether a dash is the sign of the number behind it: in `5-10` it makes a range.
    private func isMinus(_ index: Int) -> Bool {
        guard index >= 0, lexemes[index].text == "-", lexemes[index + 1].isGlued else { return false }
        return !lexemes[index].isGlued || index == 0 || lexemes[index - 1].text == "("
    }

    private mutating func magnitude() -> Double? {
        guard let first = lexeme(0) else { return nil }
        if first.kind == .digits {
            position += 1
            var literal = first.text
            while let next = lexeme(0), next.kind == .digits, !next.isGlued, literal.utf8.count <= 15,
                literal.utf8.allSatisfy({ ($0 &- 0x30) < 10 || $0 == 0x27 }), isGroup(next.text, after: literal)
            {
                literal += "'" + next.text
                position += 1
            }
            if let time = NumberLiteral.timeOfDay(literal), literal.contains(":") { return time }
            return NumberLiteral.value(literal)
        }
        guard first.kind == .word, let number = NumberWords.value(first.text) else { return nil }
        position += 1
        guard number >= 20, number.truncatingRemainder(dividingBy: 10) == 0 else { return number }
        let offset = lexeme(0)?.text == "-" ? 1 : 0
        guard let ones = word(offset).flatMap(NumberWords.ones) else { return number }
        position += offset + 1
        return number + ones
    }

    /// Returns whether digits continue the number before them: `1 000 000` is one number, `15 128 GB` are two.
    private func isGroup(_ next: String, after literal: String) -> Bool {
        guard literal.split(separator: "'")[0].utf8.count <= 3, next.utf8.count == 3 || next.hasPrefix("000,") else {
            return false
        }
        return next.hasPrefix("000") || literal.contains("'") || lexeme(1)?.text == "000"
    }

    private mutating func unit(literal: Lexeme, value: inout Double) -> NumberUnit {
        let isTime = literal.text.contains(":")
        if let half = word(0).flatMap({ NumberWords.halfDays[$0] }), value <= 12 * 60, isTime || value <= 12 {
            position += 1
            let minutes = isTime ? value : value * 60
            value = minutes.truncatingRemainder(dividingBy: 720) + half
            return .timeOfDay
        }
        if isTime { return .timeOfDay }
        guard let next = lexeme(0) else { return .none }
        if next.text == "%" {
            position += 1
            return .percent
        }
        if next.kind == .word, next.isGlued, NumberWords.ordinalSuffixes.contains(next.text), literal.kind == .digits {
            position += 1
            return .ordinal
        }
        let offset = next.text == "-" && next.isGlued ? 1 : 0
        if let found = UnitTable.unit(lexemes[min(position + offset, lexemes.count)...].prefix(3).map(\.text)) {
            position += offset + found.length
            return found.unit
        }
        return .none
    }
}
