/// The rules for phone numbers, by how they are written.
enum PhoneNumber {
    private static let mostGroups = 8

    /// Returns the index behind the last group of a phone number that begins at a group, or nil where none begins.
    static func end(in run: DigitRun, from first: Int, of text: PersonalDataText) -> Int? {
        let start = run.groups[first].lowerBound
        let isInternational = hasPlus(before: start, of: text)
        guard isInternational || run.mayBegin(at: first, in: text) else { return nil }
        let isNamed = !isInternational && PhoneCue.isBefore(start, in: text)
        guard isInternational || isNamed || mayBeginUnnamed(in: run, at: first, of: text) else { return nil }
        var longest: Int?
        for count in 1...mostGroups where first + count <= run.groups.count {
            let number = WrittenNumber(groups: Array(run.groups[first..<first + count]), text: text)
            guard number.digitCount <= 16 else { break }
            guard run.mayEnd(at: first + count - 1, in: text) else { continue }
            let isPhone =
                if isInternational { number.isInternational } else { isNamed && number.isNamed || number.isUnnamed }
            if isPhone { longest = first + count }
        }
        return longest
    }

    /// Whether `+`, or `+(`, is in front of a place and does not add something.
    private static func hasPlus(before place: Int, of text: PersonalDataText) -> Bool {
        let plus = text[place - 1] == UInt8(ascii: "(") ? place - 2 : place - 1
        return text[plus] == UInt8(ascii: "+") && !text[plus - 1].isWordByte
    }

    /// Whether a number without `+` or a word before it may begin at a group: with a zero, or with an area code of
    /// North America, perhaps behind a 1.
    private static func mayBeginUnnamed(in run: DigitRun, at group: Int, of text: PersonalDataText) -> Bool {
        let count = run.groups[group].count
        let first = text[run.groups[group].lowerBound].digit
        if first == 0 { return count >= 2 }
        return count == (first == 1 ? 1 : 3) && group + 1 < run.groups.count && run.groups[group + 1].count == 3
    }
}
