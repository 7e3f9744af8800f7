/// A sentence that says what went wrong, where a provider has no code for it.
struct ProviderErrorSentence {
    let meaning: ProviderErrorMeaning
    /// The HTTP statuses with which the sentence comes.
    let statuses: Set<Int>
    /// The words the message begins with, in lower case; empty for any.
    let start: String
    /// Parts that follow somewhere in the message, in this order and in lower case.
    let parts: [String]

    init(_ meaning: ProviderErrorMeaning, on statuses: Set<Int>, start: String = "", parts: [String] = []) {
        self.meaning = meaning
        self.statuses = statuses
        self.start = start
        self.parts = parts
    }

    /// Whether `message`, in lower case, is this sentence.
    func matches(_ message: String) -> Bool {
        guard message.hasPrefix(start) else { return false }
        var rest = message.dropFirst(start.count)
        for part in parts {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
