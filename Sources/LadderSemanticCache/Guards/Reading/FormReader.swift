/// Reads the form of a question from its words.
struct FormReader {
    private let words: [Word]
    private(set) var kind = QuestionForm.Kind.open
    private(set) var tense: QuestionForm.Tense?
    /// The position behind the frame.
    private var start = 0

    init(_ words: [Word]) {
        self.words = words
    }

    mutating func read() {
        start = endOfFrame()
        readKind(from: start)
        readTense(from: start)
    }

    private func text(_ index: Int) -> String {
        words.indices.contains(index) ? words[index].text : ""
    }

    private func isAuxiliary(_ index: Int) -> Bool {
        words.indices.contains(index) && words[index].classes.contains(.auxiliary)
    }

    // MARK: The frame

    /// Returns the position behind greetings and frames such as `could you please tell me`.
    private func endOfFrame() -> Int {
        var index = 0
        while index < words.count, Self.greetings.contains(text(index)) { index += 1 }
        if isAuxiliary(index), Self.askedPersons.contains(text(index + 1)) {
            var next = index + 2
            while Self.greetings.contains(text(next)) || text(next) == "to" { next += 1 }
            if words.indices.contains(next), words[next].classes.contains(.light) || text(next) == "give" {
                index = next
            }
        }
        return index
    }

    private static let greetings: Set<String> = [
        "hi", "hello", "hey", "please", "ok", "okay", "so", "thanks", "dear", "well", "and", "but", "also", "just",
        "kindly",
    ]
    private static let askedPersons: Set<String> = ["you", "anyone", "someone", "somebody", "anybody"]

    // MARK: The kind

    private mutating func readKind(from start: Int) {
        for index in words.indices where Self.questionWords.contains(words[index].text) {
            // Behind a comma or at the end, or in front of an auxiliary or a frame word, a question word asks.
            let word = text(index)
            let opens = index <= start || index == words.count - 1 || isAuxiliary(index + 1) || followsFrame(index)
            switch word {
            case "why": kind = .reason
            case "how" where opens || !isAuxiliary(start): kind = kindOfHow(index)
            case "when" where opens && !isClause(index): kind = .time
            case "where" where opens && !isClause(index): kind = .place
            case "who" where opens, "whom" where opens, "whose" where opens: kind = .person
            case "what" where opens || !isAuxiliary(start), "which" where opens || !isAuxiliary(start):
                kind = kindOfWhat(index)
            default: continue
            }
            return
        }
        readKindWithoutQuestionWord(from: start)
    }

    private func followsFrame(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        if words[index - 1].classes.contains(.light) { return true }
        return Self.beforeQuestionWords.contains(text(index - 1))
    }

    private static let beforeQuestionWords: Set<String> = ["me", "to", "and", "us", "in", "at", "by", "for"]

    /// Returns whether `when` or `where` begins a clause such as `when I pay`.
    private func isClause(_ index: Int) -> Bool {
        index > 0 && !isAuxiliary(index + 1) && !followsFrame(index) && index < words.count - 1
    }

    private func kindOfHow(_ index: Int) -> QuestionForm.Kind {
        let next = text(index + 1)
        switch next {
        case "come": return .reason
        case "much", "many":
            if words.indices.contains(index + 2),
                words[index + 2].classes.contains(.period) || text(index + 2) == "time"
                    || text(index + 2) == "times"
            {
                return text(index + 2) == "times" ? .frequency : .duration
            }
            return .amount
        case "long": return .duration
        case "often", "frequently": return .frequency
        case "soon", "early", "late": return .time
        case "old", "big", "large", "small", "heavy", "high", "tall", "deep", "wide", "far", "expensive", "cheap",
            "hot",
            "cold", "fast", "quick", "quickly", "strong", "loud", "thick", "warm", "short", "low", "close":
            return .amount
        case "to", "can", "could", "should", "would": return .way
        case "do", "does", "did":
            if ["i", "you", "we", "one", "people"].contains(text(index + 2)) { return .way }
            return .mechanism
        case "is", "are", "was", "were": return .open
        default: return .way
        }
    }

    private func kindOfWhat(_ index: Int) -> QuestionForm.Kind {
        for position in (index + 1)..<max(index + 1, min(index + 6, words.count)) {
            switch text(position) {
            case "reason", "cause", "causes": return .reason
            case "time", "date", "day", "year", "month", "hour", "hours", "times", "weekday":
                return position == index + 1 || text(position - 1) == "the" || text(position - 1) == "opening"
                    ? .time : .thing
            case "minimum", "maximum", "amount", "size", "length", "width", "depth", "price", "prices", "cost", "costs",
                "fee", "fees", "population", "distance", "height", "weight", "age",
                "speed", "temperature":
                return .amount
            case "place", "location", "address", "city", "town": return position == index + 1 ? .place : .thing
            case "way", "steps", "method", "process": return .way
            case "mean", "means", "meaning", "meant", "definition": return .definition
            case "can" where position == index + 1, "should" where position == index + 1,
                "must" where position == index + 1, "could" where position == index + 1:
                return text(index + 3) == "do" ? .way : .thing
            case "do" where position == index + 1 && ["i", "we", "you"].contains(text(position + 1)): return .way
            case "happens", "happen": return .thing
            case "make", "makes": return text(position) == "makes" ? .reason : .thing
            case "person": return position == index + 1 ? .person : .thing
            default: continue
            }
        }
        guard text(index) == "what" else { return .thing }
        if text(index + 1) == "about" || words.last?.text == "like" { return .open }
        let isDefinition = ["is", "are"].contains(text(index + 1)) || !isAuxiliary(index + 1)
        let rest = words[(index + 1)...].filter {
            !$0.classes.contains(.auxiliary) && !$0.classes.contains(.determiner)
        }
        if isDefinition, rest.count(where: \.isContent) <= 2,
            rest.allSatisfy({ $0.isContent || $0.classes.contains(.light) })
        {
            return .definition
        }
        return .thing
    }

    private mutating func readKindWithoutQuestionWord(from start: Int) {
        let first = text(start)
        if ["explain", "describe", "clarify"].contains(first) {
            kind = .explanation
        } else if first == "define" {
            kind = .definition
        } else if isAuxiliary(start) {
            let next = text(start + 1)
            switch first {
            case "can", "could", "may", "might": kind = .permission
            case "is" where next == "there", "are" where next == "there": kind = .existence
            case "is" where next == "it" && ["possible", "ok", "okay", "allowed", "safe"].contains(text(start + 2)):
                kind = .permission
            case "do", "does", "is":
                kind = words.dropFirst(start).contains { Self.existences.contains($0.text) } ? .existence : .yesOrNo
                if first == "is", words.last?.text == "possible" { kind = .permission }
            default: kind = .yesOrNo
            }
        }
    }

    private static let existences: Set<String> = ["have", "offer", "sell", "provide", "accept", "charge"]

    // MARK: The tense

    private mutating func readTense(from start: Int) {
        if words.contains(where: { $0.text == "used" }), let place = words.firstIndex(where: { $0.text == "used" }),
            text(place + 1) == "to", place > 0, !isAuxiliary(place - 1)
        {
            tense = .past
            return
        }
        for index in words.indices.dropFirst(start) where text(index) == "going" && text(index + 1) == "to" {
            let next = words.indices.contains(index + 2) ? words[index + 2] : nil
            if let next, next.classes.isDisjoint(with: [.determiner]) {
                tense = .future
                return
            }
        }
        guard let auxiliary = words.indices.dropFirst(start).first(where: opensClause) else {
            return readMainVerb(start)
        }
        switch text(auxiliary) {
        case "was", "were", "did", "had": tense = .past
        case "has", "have":
            tense = text(auxiliary) == "have" && auxiliary > start && !isPronoun(auxiliary + 1) ? .present : .perfect
        case "will", "shall": tense = .future
        case "is", "are", "am", "do", "does": tense = .present
        default: break
        }
    }

    private func isPronoun(_ index: Int) -> Bool {
        words.indices.contains(index) && words[index].classes.contains(.pronoun)
    }

    /// Returns whether an auxiliary begins the question, or stands behind its question word.
    private func opensClause(_ index: Int) -> Bool {
        guard isAuxiliary(index) else { return false }
        if index == 0 { return true }
        if index == start { return true }
        let window = words[max(0, index - 5)..<index]
        guard let place = window.lastIndex(where: { Self.questionWords.contains($0.text) }) else { return false }
        return words[(place + 1)..<index].allSatisfy { !$0.classes.contains(.auxiliary) }
    }

    private static let questionWords: Set<String> = [
        "what", "which", "who", "whom", "whose", "where", "when", "why", "how",
    ]

    /// Reads the tense of the verb behind `who` or `which teams`.
    private mutating func readMainVerb(_ start: Int) {
        guard let place = words.indices.first(where: { Self.questionWords.contains(text($0)) }),
            ["who", "what", "which"].contains(text(place))
        else { return }
        for word in words[(place + 1)...].prefix(3) {
            if PastForms.contains(word.text) || word.classes.contains(.verb) && word.text.hasSuffix("ed") {
                tense = .past
                return
            }
            if word.text.hasSuffix("ed"), word.text.utf8.count > 4, word.stem != word.text {
                tense = .past
                return
            }
        }
        if words.indices.contains(place + 1), text(place) == "who", text(place + 1).hasSuffix("s"),
            words[place + 1].isContent
        {
            tense = .present
        }
    }
}
