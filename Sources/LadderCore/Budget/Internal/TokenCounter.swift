/// Cuts a text into runs of characters of one class, and adds up what they cost in hundredths of a token.
struct TokenCounter {
    private let rates: TokenEstimateRates
    private var cost: Int64 = 0
    // The open run.
    private var last: TokenCharacter?
    private var length: Int64 = 0
    /// The number of characters of the open run that differ from the one before.
    private var changes: Int64 = 0
    private var lastValue: UInt32 = 0
    private var previousRun: TokenCharacter?
    // What says whether the Latin letters are English.
    private var words: Int64 = 0
    private var accents: Int64 = 0
    private var vowelEndings: Int64 = 0
    private var longLetters: Int64 = 0

    init(rates: TokenEstimateRates) {
        self.rates = rates
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        let character = TokenCharacter(scalar)
        if character == .accented { accents += 1 }
        if character == .rareCyrillic { cost += rates.rareCyrillic }
        if character != last, startsRun(character) {
            closeRun(before: character)
            length = 0
            changes = 0
        }
        if length == 0 || scalar.value != lastValue { changes += 1 }
        last = character
        length += 1
        lastValue = scalar.value
    }

    /// The number of tokens of the text so far, at least 1 unless it is empty.
    var tokens: Int {
        guard last != nil else { return 0 }
        var whole = self
        whole.closeRun(before: nil)
        return Int(clamping: max(1, (whole.cost + whole.foreignCost + 50) / 100))
    }

    /// A capital after a small letter starts a word, as in `camelCase`.
    private func startsRun(_ character: TokenCharacter) -> Bool {
        guard let last else { return true }
        return character.run != last.run || (character == .uppercase && last != .uppercase)
    }

    private mutating func closeRun(before next: TokenCharacter?) {
        guard let run = last?.run else { return }
        switch run {
        case .lowercase, .uppercase, .accented: closeWord()
        case .digit: cost += (length + 2) / 3 * 100
        case .punctuation: closePunctuation(before: next)
        case .space: closeSpaces(before: next)
        case .lineBreak: cost += (previousRun == .punctuation ? 0 : rates.lineBreak) + length / 16 * 100
        case .tab: cost += rates.lineBreak + length / 16 * 100
        case .mark: cost += rates.mark * length
        case .wideMark: cost += rates.wideMark * length
        case .emoji: cost += rates.emoji * length
        case .symbol: cost += rates.symbol.cost(of: length)
        case .greek: cost += rates.greek.cost(of: length)
        case .cyrillic, .rareCyrillic: cost += rates.cyrillic.cost(of: length)
        case .hebrew: cost += rates.hebrew.cost(of: length)
        case .arabic: cost += rates.arabic.cost(of: length)
        case .devanagari: cost += rates.devanagari.cost(of: length)
        case .thai: cost += rates.thai.cost(of: length)
        case .kana: cost += rates.kana.cost(of: length)
        case .han: cost += rates.han.cost(of: length)
        case .hangul: cost += rates.hangul.cost(of: length)
        case .other: cost += rates.other.cost(of: length)
        }
        previousRun = run
    }

    private mutating func closeWord() {
        let isJoined = previousRun == .lowercase || previousRun == .digit
        cost += (isJoined ? rates.joinedWord : rates.word) + max(0, length - 16) * rates.endlessLetter
        words += 1
        longLetters += max(0, length - 4)
        switch lastValue {
        case 0x61, 0x69, 0x6F, 0x75: vowelEndings += length > 2 ? 1 : 0
        default: break
        }
    }

    /// Repeated characters, as in a ruler of dashes, cost nothing more; a mixture is one token for every two.
    private mutating func closePunctuation(before next: TokenCharacter?) {
        if length == 1, next?.isLetter == true {
            cost += rates.joiningPunctuation
        } else {
            cost += rates.punctuation.cost(of: min(changes, 4)) + max(0, changes - 4) * 50 + length / 64 * 100
        }
    }

    /// A single space belongs to the word after it, but a number stands alone.
    private mutating func closeSpaces(before next: TokenCharacter?) {
        if length == 1 {
            cost += next == .digit ? 100 : 0
        } else if next != .lineBreak {
            cost += (1 + length / 80) * 100
        }
    }

    /// Long words cost more in languages other than English, which have accents or words that end in a, i, o or u.
    private var foreignCost: Int64 {
        let share = min(100, (accents * 500 + vowelEndings * 250) / max(1, words))
        return accents * rates.accent + longLetters * (rates.longLetter * 100 + rates.foreignLetter * share) / 100
    }
}
