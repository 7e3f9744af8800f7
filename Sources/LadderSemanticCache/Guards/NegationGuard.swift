/// Vetoes where one question negates what the other affirms: `with milk` and `without milk`.
///
/// A failure is said with and without a negation, so `I can't log in` and `I am unable to log in` pass. `I don't know
/// how to` negates nothing of the question behind it.
public struct NegationGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `negation`.
    public let name = "negation"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        let asked = Self.negations(in: pair.asked.words)
        let stored = Self.negations(in: pair.stored.words)
        if asked.isEmpty != stored.isEmpty {
            let affirmative = asked.isEmpty ? pair.asked.words : pair.stored.words
            let failures = affirmative.filter { $0.classes.contains(.failure) }
            let negated =
                asked.compactMap { Self.target(of: $0, in: pair.asked.words) }
                + stored.compactMap { Self.target(of: $0, in: pair.stored.words) }
            // `It did not fail` is no other way to say that it failed.
            if failures.contains(where: { failure in !negated.contains { $0.matches(failure) } }) { return nil }
            let evidence = asked.map { pair.asked.words[$0].text } + stored.map { pair.stored.words[$0].text }
            return GuardVeto(by: name, reason: "only one question negates", evidence: evidence)
        }
        guard let first = asked.first.flatMap({ Self.target(of: $0, in: pair.asked.words) }),
            let second = stored.first.flatMap({ Self.target(of: $0, in: pair.stored.words) }), !first.matches(second),
            pair.stored.words.contains(where: first.matches), pair.asked.words.contains(where: second.matches)
        else { return nil }
        return GuardVeto(by: name, reason: "the questions negate different words", evidence: [first.text, second.text])
    }

    /// Returns the positions of words that negate a part of the question.
    private static func negations(in words: [Word]) -> [Int] {
        words.indices.filter { index in
            guard words[index].classes.contains(.negator) else { return false }
            let next = index + 1 < words.count ? words[index + 1].text : ""
            let isFrame = ["know", "understand", "sure", "remember", "matter", "longer"].contains(next)
            let isWhether =
                index > 0 && ["or", "why"].contains(words[index - 1].text) && (next.isEmpty || index + 1 == words.count)
            return !isFrame && !isWhether
        }
    }

    /// Returns the first content word behind a negation.
    private static func target(of negation: Int, in words: [Word]) -> Word? {
        words[(negation + 1)...].prefix(4).first(where: \.isContent)
    }
}
