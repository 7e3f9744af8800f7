/// Finds e-mail addresses: it looks at each `@` and at what is around it.
enum EmailScan {
    private static let longestLocalPart = 64
    private static let longestDomain = 253

    /// Returns the addresses in the text, in its order.
    static func ranges(in text: PersonalDataText) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for at in text.bytes.indices where text[at] == UInt8(ascii: "@") {
            guard let start = localPart(before: at, in: text), let end = domain(after: at, in: text) else { continue }
            found.append(start..<end)
        }
        return found
    }

    /// Returns the start of the part before the `@`: letters, digits and a few signs, without a dot at an end.
    private static func localPart(before at: Int, in text: PersonalDataText) -> Int? {
        var start = at
        while at - start < longestLocalPart, isLocal(text[start - 1]) { start -= 1 }
        while start < at, !text[start].isWordByte { start += 1 }
        return start < at && text[at - 1] != UInt8(ascii: ".") ? start : nil
    }

    /// Returns the end of the domain: labels with dots between them, the last one of two letters or more.
    private static func domain(after at: Int, in text: PersonalDataText) -> Int? {
        var end: Int?
        var label = at + 1
        var position = label
        while position - at <= longestDomain {
            while text[position].isLetter || text[position].isDigit || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard isLabel(label..<position, in: text) else { return end }
            if label > at + 1, isTopLevel(label..<position, in: text) { end = position }
            guard text[position] == UInt8(ascii: ".") else { return end }
            position += 1
            label = position
        }
        return end
    }

    private static func isLabel(_ label: Range<Int>, in text: PersonalDataText) -> Bool {
        !label.isEmpty && label.count <= 63 && text[label.lowerBound] != UInt8(ascii: "-")
    }

    private static func isTopLevel(_ label: Range<Int>, in text: PersonalDataText) -> Bool {
        label.count >= 2 && text[label.lowerBound].isLetter && text[label.lowerBound + 1].isLetter
            && text[label.upperBound - 1] != UInt8(ascii: "-")
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isWordByte || ".%+-'!#$&*/=?^`{|}~".utf8.contains(byte)
    }
}
