/// Signs that a text has program code in it. A word changed in code changes everything, and guards read prose.
enum CodeSigns {
    /// Texts that prose does not have.
    private static let operators = [
        "`", "=>", "->", "==", "!=", "&&", "||", "::", "</", "/>", "();", "{", "}", "<?", "#include", "#!/", "$(", "+=",
    ]

    /// Returns whether a text has one of the signs. It takes time in proportion to the length of the text.
    static func areIn(_ text: String) -> Bool {
        guard text.utf8.contains(where: isMark) else { return false }
        if text.split(whereSeparator: \.isNewline).contains(where: isStatement) { return true }
        let bytes = Array(text.utf8)
        return operators.contains { contains(Array($0.utf8), in: bytes) } || hasCall(bytes)
    }

    /// Returns whether a byte is a mark that every sign has.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"),
            UInt8(ascii: ":"), UInt8(ascii: "<"), UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "("):
            true
        default: false
        }
    }

    private static func isStatement(_ line: Substring) -> Bool {
        line.last { !$0.isWhitespace } == ";"
    }

    private static func contains(_ sign: [UInt8], in bytes: [UInt8]) -> Bool {
        guard bytes.count >= sign.count else { return false }
        return (0...bytes.count - sign.count).contains { start in
            sign.indices.allSatisfy { bytes[start + $0] == sign[$0] }
        }
    }

    /// Returns whether there is a name such as `array_map`, `np.sum` or `parseInt` directly before a bracket, or a pair
    /// of brackets without anything between.
    private static func hasCall(_ bytes: [UInt8]) -> Bool {
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "(") && index > 0 {
            var start = index
            while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
            let name = bytes[start..<index]
            guard let first = name.first, let last = name.last, !isNumberPart(first) else { continue }
            if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ")") { return true }
            let rest = name.dropFirst()
            let hasHump = rest.contains { $0 >= 0x41 && $0 <= 0x5A } && rest.contains { $0 >= 0x61 && $0 <= 0x7A }
            let hasMark = name.dropLast().contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
            if hasHump || hasMark, last != UInt8(ascii: ".") { return true }
        }
        return false
    }

    private static func isNumberPart(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        isNumberPart(byte) || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}
