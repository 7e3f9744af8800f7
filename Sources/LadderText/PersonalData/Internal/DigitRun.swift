/// Groups of digits that follow each other with at most three separators between two.
struct DigitRun {
    /// The places of the groups in the text.
    private(set) var groups: [Range<Int>] = []

    /// Returns the runs of a text.
    static func all(in text: PersonalDataText) -> [DigitRun] {
        var runs: [DigitRun] = []
        var position = 0
        while position < text.count {
            guard text[position].isDigit else {
                position += 1
                continue
            }
            let start = position
            while text[position].isDigit { position += 1 }
            let group = start..<position
            if let last = runs.last?.groups.last, DigitRun.areJoined(last, group, in: text) {
                runs[runs.count - 1].groups.append(group)
            } else {
                runs.append(DigitRun(groups: [group]))
            }
        }
        return runs
    }

    private static func areJoined(_ first: Range<Int>, _ second: Range<Int>, in text: PersonalDataText) -> Bool {
        let gap = first.upperBound..<second.lowerBound
        return gap.count <= 3 && gap.allSatisfy { " -./()".utf8.contains(text[$0]) }
    }

    /// Returns the place from the first to the last of some groups.
    func range(_ indices: Range<Int>) -> Range<Int> {
        groups[indices.lowerBound].lowerBound..<groups[indices.upperBound - 1].upperBound
    }

    /// Returns the place of some groups with the `+` or the bracket in front of them.
    func rangeWithPrefix(_ indices: Range<Int>, in text: PersonalDataText) -> Range<Int> {
        let range = range(indices)
        var start = range.lowerBound
        if text[start - 1] == UInt8(ascii: "(") { start -= 1 }
        if text[start - 1] == UInt8(ascii: "+") {
            start -= 1
            if text[start - 1] == UInt8(ascii: "(") { start -= 1 }
        }
        return start..<range.upperBound
    }

    /// Whether a number may begin at a group: behind no letter, and behind no sign that joins it to what is before.
    func mayBegin(at group: Int, in text: PersonalDataText) -> Bool {
        let before = text[groups[group].lowerBound - 1]
        return !before.isWordByte && !"-/.,#$=@+".utf8.contains(before)
    }

    /// Whether a number may end behind a group: before no letter, and before no sign that joins it to what follows.
    func mayEnd(at group: Int, in text: PersonalDataText) -> Bool {
        let end = groups[group].upperBound
        if text[end].isWordByte || "%$".utf8.contains(text[end]) { return false }
        return !"-/.,:".utf8.contains(text[end]) || !text[end + 1].isWordByte
    }
}
