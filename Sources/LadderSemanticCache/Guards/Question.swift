import LadderText

/// A question with what guards need of it, which is computed once for all of them.
///
/// A cache compares the asked question with several stored ones; each is read when it is created.
public struct Question: Sendable {
    /// The text as the user wrote it.
    public let text: String

    /// The words, phrases as one word.
    let words: [Word]
    /// The sides of oppositions that the words are on.
    let poles: [Opposition.Place]
    /// Whether the text may have numbers.
    let hasNumbers: Bool
    /// Numbers with their units, dates and times.
    let mentions: [NumberMention]
    let numberSigns: NumberSigns
    /// The language, where its function words show one.
    let language: String?
    let scripts: UInt16
    let form: QuestionForm
    /// Words by which the question asks about the present.
    let timeWords: [String]
    /// Whether the text is longer than guards read.
    let isTooLong: Bool

    /// The longest text that guards read, in UTF-8 bytes.
    static let longestText = 2_000

    /// Creates a question.
    public init(_ text: String) {
        self.text = text
        isTooLong = text.utf8.count > Self.longestText
        guard !isTooLong else {
            words = []
            poles = []
            hasNumbers = false
            mentions = []
            numberSigns = NumberSigns("")
            language = nil
            scripts = 0
            form = QuestionForm()
            timeWords = []
            return
        }
        let folded = Folding.fold(text)
        let tokens = Tokenizer().tokens(folded: folded)
        let language = Languages.language(of: tokens)
        self.language = language
        scripts = Languages.scripts(of: folded)
        words = WordReader.words(
            of: tokens, capitalized: Capitals.words(in: text), foreign: language == "en" ? nil : language)
        poles = Opposition.places(of: words)
        hasNumbers =
            words.contains { !$0.classes.isDisjoint(with: [.number, .ordinal]) }
            || text.utf8.contains { $0 &- 0x30 < 10 }
        mentions = hasNumbers ? NumberMention.all(in: text) : []
        numberSigns = NumberSigns(folded)
        form = QuestionForm(words)
        timeWords = TimeSensitivity.words(in: text)
    }
}
