/// What is written around digits and changes them, which a value alone does not show: `-5`, `.5`, `3.10`, `5 / 3`.
struct NumberSigns: Sendable {
    /// The numbers with a minus, with a point in front of them, or with zeros at the end of a fraction, as versions
    /// have them; sorted.
    private(set) var spellings: [String] = []
    /// The signs between two numbers, in their order.
    private(set) var operations: [String] = []

    private let scalars: [Unicode.Scalar]

    /// Returns whether the numbers of two texts differ by their signs, or what is done with them. A dash may be a range,
    /// which the other text writes without spaces.
    func differ(from other: NumberSigns) -> Bool {
        if spellings != other.spellings { return true }
        if operations.filter({ $0 != "-" }) != other.operations.filter({ $0 != "-" }) { return true }
        return !operations.isEmpty && !other.operations.isEmpty && operations != other.operations
    }

    /// Reads folded text. It takes time in proportion to its length.
    init(_ folded: String) {
        guard folded.utf8.contains(where: { $0 &- 0x30 < 10 }) else {
            scalars = []
            return
        }
        scalars = Array(folded.unicodeScalars)
        var position = 0
        var lastEnd: Int?
        while position < scalars.count {
            guard isDigit(position) else {
                position += 1
                continue
            }
            let start = position
            while isDigit(position) || isOne(of: ".,", at: position) && isDigit(position + 1) { position += 1 }
            let operation = lastEnd.flatMap { self.operation(in: $0..<start) }
            if let operation { operations.append(operation) }
            add(from: start, to: position, mayBeNegative: operation == nil)
            lastEnd = position
        }
        spellings.sort()
    }

    private mutating func add(from start: Int, to end: Int, mayBeNegative: Bool) {
        let digits = scalars[start..<end]
        let hasPoint = isOne(of: ".", at: start - 1) && isBoundary(start - 2)
        let sign = hasPoint ? start - 2 : start - 1
        let isNegative =
            mayBeNegative && isOne(of: "-\u{2212}", at: sign) && isOne(of: " (", at: sign - 1, orStart: true)
        let fraction = digits.split(separator: ".", omittingEmptySubsequences: false)
        let hasZero =
            fraction.count == 2 && !digits.contains(",") && fraction[1].last == "0" && fraction[1].count != 3
            && Array(fraction[1]) != ["0", "0"]
        guard hasPoint || isNegative || hasZero else { return }
        let text = String(String.UnicodeScalarView(digits))
        spellings.append((isNegative ? "-" : "") + (hasPoint ? "." : "") + text)
    }

    /// Returns the sign that alone stands between two numbers. Dashes and slashes without spaces belong to ranges, dates
    /// and fractions.
    private func operation(in range: Range<Int>) -> String? {
        // More than that is no sign, and long stretches must not be read again.
        guard range.count <= 6 else { return nil }
        let signs = scalars[range].filter { $0 != " " }
        if range.count == 1, signs.contains("-") || signs.contains("/") { return nil }
        guard !signs.isEmpty, signs.count <= 2, signs.allSatisfy({ Self.operators[$0] != nil }) else { return nil }
        return String(signs.compactMap { Self.operators[$0] })
    }

    private static let operators: [Unicode.Scalar: Character] = [
        "+": "+", "-": "-", "\u{2212}": "-", "*": "*", "x": "*", "\u{D7}": "*", "/": "/", "\u{F7}": "/", "^": "^",
        "<": "<", ">": ">", "=": "=",
    ]

    private func isDigit(_ index: Int) -> Bool {
        index < scalars.count && ("0"..."9").contains(scalars[index])
    }

    private func isOne(of signs: String, at index: Int, orStart: Bool = false) -> Bool {
        if index < 0 { return orStart && index == -1 }
        return index < scalars.count && signs.unicodeScalars.contains(scalars[index])
    }

    private func isBoundary(_ index: Int) -> Bool {
        index < 0 || !isDigit(index) && !scalars[index].properties.isAlphabetic
    }
}
