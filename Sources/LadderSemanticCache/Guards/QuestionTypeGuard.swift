/// Vetoes where two questions ask for different things: a reason and a time, a way and a definition.
public struct QuestionTypeGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `question type`.
    public let name = "question type"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if let asked = Self.modality(pair.asked.words), let stored = Self.modality(pair.stored.words), asked != stored {
            return GuardVeto(by: name, reason: "one question asks what may be done, the other what must be done")
        }
        guard pair.asked.form.conflicts(with: pair.stored.form) else { return nil }
        return GuardVeto(by: name, reason: "the questions ask for different things")
    }

    private enum Modality {
        case possibility, necessity
    }

    /// Returns the modality of a question that begins with it: `can I`, `must I`, `do I have to`.
    private static func modality(_ words: [Word]) -> Modality? {
        switch words.first?.text {
        case "can", "may", "could": .possibility
        case "must", "should", "shall": .necessity
        case "do", "does":
            words.prefix(4).contains { ["have_to", "need_to"].contains($0.text) } ? .necessity : nil
        default: nil
        }
    }
}
