/// A run of characters of one class: a word, a number, a stretch of one script.
struct TokenRun {
    private(set) var last = TokenCharacter.space
    private(set) var lastValue: UInt32 = 0
    private(set) var length: Int64 = 0
    /// The number of punctuation characters that differ from the one before.
    private(set) var changes: Int64 = 0

    /// Whether the run goes on with the character. A capital after a small letter starts a word, as in `camelCase`.
    func continues(with character: TokenCharacter) -> Bool {
        character == last || (character.run == last.run && character != .uppercase)
    }

    mutating func add(_ character: TokenCharacter, value: UInt32) {
        if character == .punctuation, length == 0 || value != lastValue { changes += 1 }
        last = character
        lastValue = value
        length += 1
    }
}
