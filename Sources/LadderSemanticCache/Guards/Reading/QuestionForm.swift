/// What a question asks for, and in which tense.
struct QuestionForm: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Nothing that its form shows.
        case open
        /// `what is X`, `define X`.
        case definition
        /// `explain X`, which a definition and a description of the way it works both answer.
        case explanation
        /// `how does X work`.
        case mechanism
        /// `how do I`.
        case way
        case reason
        case time
        case duration
        case frequency
        case amount
        case place
        case person
        /// `what` or `which` with a noun.
        case thing
        /// `is`, `do`, `should` at the beginning.
        case yesOrNo
        /// `can I`, which the way to do it answers as well.
        case permission
        /// `is there`, `do you have`, which a list answers as well.
        case existence
    }

    enum Tense: Hashable, Sendable {
        case past, perfect, present, future
    }

    var kind = Kind.open
    var tense: Tense?

    init() {}

    init(_ words: [Word]) {
        var reader = FormReader(words)
        reader.read()
        kind = reader.kind
        tense = reader.tense
    }

    /// Returns whether answers to a question of this kind and to one of the other kind differ.
    func conflicts(with other: QuestionForm) -> Bool {
        kind != other.kind && !QuestionForm.areCompatible(kind, with: other.kind)
            && !QuestionForm.areCompatible(other.kind, with: kind)
    }

    private static func areCompatible(_ first: Kind, with second: Kind) -> Bool {
        switch (first, second) {
        case (.open, _): true
        case (.explanation, .definition), (.explanation, .mechanism), (.explanation, .thing): true
        case (.explanation, .way), (.mechanism, .way): true
        case (.thing, .definition), (.thing, .way), (.thing, .time), (.thing, .amount), (.thing, .place): true
        case (.thing, .person), (.thing, .existence), (.thing, .duration), (.thing, .frequency): true
        case (.way, .permission), (.way, .place), (.place, .permission), (.permission, .yesOrNo): true
        case (.existence, .yesOrNo), (.existence, .permission), (.existence, .place), (.existence, .way): true
        case (.time, .frequency), (.duration, .amount): true
        default: false
        }
    }
}
