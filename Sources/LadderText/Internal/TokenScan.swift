/// One pass of the tokenizer over folded text.
struct TokenScan {
    private let scalars: [Unicode.Scalar]
    private let classes: [ScalarClass]
    private var position = 0
    private var tokens: [Token] = []

    init(_ folded: String) {
        scalars = Array(folded.unicodeScalars)
        classes = scalars.map(ScalarClass.init)
        tokens.reserveCapacity(scalars.count / 4)
    }

    mutating func run() -> [Token] {
        while position < scalars.count {
            switch classes[position] {
            case .letter: word()
            case .digit: number()
            case .unspaced: pairs()
            case .mark, .other: position += 1
            }
        }
        return tokens
    }

    private func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
    }

    private func isClass(_ wanted: ScalarClass, at index: Int) -> Bool {
        index < classes.count && classes[index] == wanted
    }

    private mutating func word() {
        let start = position
        position = endOfWord(from: start)
        if scalars[position - 1].isASCII, position - start <= 2 { takeSigns() }
        let first = text(start..<position)
        if position - start == 1, isBetween("-"), isClass(.letter, at: position + 1) {
            // `e-mail` is one word, `email`; both the question and the phrasing are cut in this way.
            let rest = position + 1
            position = endOfWord(from: rest)
            tokens.append(Token(first + text(rest..<position)))
        } else if isBetween("'"), isClass(.letter, at: position + 1) {
            let rest = position + 1
            position = endOfWord(from: rest)
            tokens += Contraction.tokens(before: first, after: text(rest..<position))
        } else {
            tokens += Contraction.tokens(first)
        }
    }

    private func isBetween(_ scalar: Unicode.Scalar) -> Bool {
        position < scalars.count && scalars[position] == scalar
    }

    /// Takes the signs of names such as `c++` and `c#` into the word.
    private mutating func takeSigns() {
        var end = position
        while end < scalars.count, scalars[end] == "+" || scalars[end] == "#" { end += 1 }
        if end == scalars.count || classes[end] == .other { position = end }
    }

    private func endOfWord(from start: Int) -> Int {
        var end = start
        while end < classes.count {
            switch classes[end] {
            case .letter, .mark, .digit: end += 1
            case .unspaced, .other: return end
            }
        }
        return end
    }

    private mutating func number() {
        let start = position
        var end = start
        while isClass(.digit, at: end)
            || (end < scalars.count && ".,'/:".unicodeScalars.contains(scalars[end])
                && isClass(.digit, at: end + 1))
        {
            end += 1
        }
        position = endOfWord(from: end)
        let digits = text(start..<end)
        let suffix = text(end..<position)
        if suffix.isEmpty || UnitTable.isUnit(suffix) {
            tokens.append(Token(NumberLiteral.plain(digits) ?? digits, kind: .number))
            if !suffix.isEmpty { tokens.append(Token(suffix)) }
        } else {
            tokens.append(Token(digits + suffix))
        }
    }

    private mutating func pairs() {
        var starts: [Int] = []
        while position < classes.count, classes[position] == .unspaced || classes[position] == .mark {
            if classes[position] == .unspaced { starts.append(position) }
            position += 1
        }
        starts.append(position)
        if starts.count == 2 {
            tokens.append(Token(text(starts[0]..<starts[1]), kind: .pair))
        }
        for index in starts.indices.dropLast(2) {
            tokens.append(Token(text(starts[index]..<starts[index + 2]), kind: .pair))
        }
    }
}
