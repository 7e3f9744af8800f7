/// Vetoes where one question asks about the past and the other about the present or the future.
///
/// `When is` and `when will` ask for the same moment, and `how long does` and `how long will` for the same time: there
/// the present and the future agree.
public struct TenseGuard: SemanticGuard {
    /// Creates the guard, which has no options.
    public init() {}

    /// The name of the guard in traces and statistics: `tense`.
    public let name = "tense"

    /// Returns a veto, or nil where this guard sees no difference.
    public func veto(_ pair: QuestionPair) -> GuardVeto? {
        if let words = Opposition.between(pair, in: Lexicon.tense) {
            return GuardVeto(by: name, reason: "one question asks about an earlier or later time", evidence: words)
        }
        guard let asked = pair.asked.form.tense, let stored = pair.stored.form.tense, asked != stored else {
            return nil
        }
        guard Self.differ(asked, stored, pair) else { return nil }
        return GuardVeto(by: name, reason: "the tenses differ")
    }

    private static func differ(
        _ asked: QuestionForm.Tense, _ stored: QuestionForm.Tense, _ pair: QuestionPair
    ) -> Bool {
        switch Set([asked, stored]) {
        case [.past, .future], [.perfect, .future]: true
        case [.past, .present]: areAlike(pair.asked.form.kind, pair.stored.form.kind)
        case [.present, .future]: ![.time, .duration, .amount, .way].contains(pair.asked.form.kind)
        default: false
        }
    }

    private static func areAlike(_ first: QuestionForm.Kind, _ second: QuestionForm.Kind) -> Bool {
        let closed: Set<QuestionForm.Kind> = [.yesOrNo, .permission, .existence]
        let named: Set<QuestionForm.Kind> = [.thing, .definition, .person]
        return first == second || closed.isSuperset(of: [first, second]) || named.isSuperset(of: [first, second])
    }
}
