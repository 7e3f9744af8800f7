/// Text that makes a simulated answer as long as one of a model would be.
enum Filler {
    private static let words: [Substring] = {
        let sentence = "This is text of the rehearsal, as long as the answer of a model would be, and it says nothing. "
        return Array(repeating: sentence, count: 20).joined().split(separator: " ")
    }()

    /// The texts of 0, 1, 2 … words. A day of calls needs each of them many times.
    private static let texts = (0...words.count).map { words.prefix($0).joined(separator: " ") }

    /// Returns a text of a number of words, 380 at most.
    static func text(ofWords count: Int) -> String { texts[max(0, min(words.count, count))] }
}
