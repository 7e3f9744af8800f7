/// The inflectional steps of Porter's second stemming algorithm, applied to the letters of one word.
struct EnglishStem {
    var letters: [UInt8]

    mutating func removePlural() {
        if ends("sses") {
            letters.removeLast(2)
        } else if ends("ies") || ends("ied") {
            letters.removeLast(letters.count > 4 ? 2 : 1)
        } else if ends("ss") || ends("us") || ends("is") || ends("as") && letters.count < 5 {
            return
        } else if ends("xes") || ends("ches") || ends("shes") || ends("zzes") {
            letters.removeLast(2)
        } else if ends("s"), hasVowel(upTo: letters.count - 2) {
            letters.removeLast()
        }
    }

    mutating func removePast() {
        if ends("eed") { return }
        for suffix in ["ing", "ed"] where ends(suffix) {
            let rest = letters.count - suffix.utf8.count
            guard rest >= 2, hasVowel(upTo: rest) else { return }
            letters.removeLast(suffix.utf8.count)
            repairEnd()
            return
        }
    }

    private mutating func repairEnd() {
        if ends("at") || ends("bl") || ends("iz") {
            letters.append(UInt8(ascii: "e"))
        } else if let last = letters.last, letters.count > 2, letters[letters.count - 2] == last,
            !isVowel(at: letters.count - 1)
        {
            if !"lsz".utf8.contains(last) { letters.removeLast() }
        } else if isShort {
            letters.append(UInt8(ascii: "e"))
        }
    }

    mutating func softenY() {
        let last = letters.count - 1
        if last > 1, letters[last] == UInt8(ascii: "y"), !isVowel(at: last - 1) { letters[last] = UInt8(ascii: "i") }
    }

    mutating func removeSilentEnd() {
        guard letters.count > 3 else { return }
        if ends("e") {
            let rest = EnglishStem(letters: Array(letters.dropLast()))
            if rest.measure > 1 || rest.measure == 1 && !rest.endsShortSyllable { letters.removeLast() }
        } else if ends("ll"), measure > 1 {
            letters.removeLast()
        }
    }

    private func ends(_ suffix: String) -> Bool {
        let suffix = suffix.utf8
        return letters.count > suffix.count && letters.suffix(suffix.count).elementsEqual(suffix)
    }

    private func isVowel(at index: Int) -> Bool {
        switch letters[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        case UInt8(ascii: "y"): index > 0 && !isVowel(at: index - 1)
        default: false
        }
    }

    private func hasVowel(upTo end: Int) -> Bool {
        (0..<max(0, min(end, letters.count))).contains(where: isVowel)
    }

    /// The number of times a consonant follows a vowel, as Porter defines it.
    private var measure: Int {
        var count = 0
        var wasVowel = false
        for index in letters.indices {
            let vowel = isVowel(at: index)
            if wasVowel, !vowel { count += 1 }
            wasVowel = vowel
        }
        return count
    }

    private var isShort: Bool { measure == 1 && endsShortSyllable }

    /// Whether the word ends in consonant, vowel, and a consonant other than w, x and y.
    private var endsShortSyllable: Bool {
        let end = letters.count
        guard end > 2 else { return end == 2 && isVowel(at: 0) && !isVowel(at: 1) }
        return !isVowel(at: end - 3) && isVowel(at: end - 2) && !isVowel(at: end - 1)
            && !"wxy".utf8.contains(letters[end - 1])
    }
}
