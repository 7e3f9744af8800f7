/// Texts of one language with their true numbers of tokens, as OpenAI's tiktoken counts them.
///
/// The constants of the estimator were fitted to the texts with even numbers; the tests measure the others.
struct TokenTable: Sendable {
    /// The true numbers of one text, which consists of every second passage from the first one on.
    struct Count: Sendable {
        var first: Int
        var passages: Int
        /// How often the passages are repeated.
        var repeats = 1
        var o200k: Int
        var cl100k: Int
    }

    var language: String
    var script: String
    var separator: String
    var passages: [String]
    var counts: [Count]

    func text(of count: Count) -> String {
        let once = (0..<count.passages).map { passages[count.first + 2 * $0] }
        return repeatElement(once, count: count.repeats).joined().joined(separator: separator)
    }

    static let all: [TokenTable] = [
        .english,
        .german,
        .french,
        .spanish,
        .portuguese,
        .italian,
        .polish,
        .turkish,
        .vietnamese,
        .swedish,
        .indonesian,
        .russian,
        .ukrainian,
        .greek,
        .arabic,
        .persian,
        .hebrew,
        .hindi,
        .marathi,
        .thai,
        .chinese,
        .taiwanese,
        .japanese,
        .korean,
        .otherScripts,
        .swift,
        .python,
        .json,
        .markdown,
        .addresses,
        .numbers,
        .randomCharacters,
        .whitespace,
        .emoji,
        .logs,
    ]
}
