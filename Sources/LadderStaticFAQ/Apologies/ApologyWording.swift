public import LadderCore

/// The apologies of one language.
public struct ApologyWording: Hashable, Sendable {
    /// The sentence for each kind of failure.
    public var sentences: [ChatError.KindName: Apology]

    /// The sentence for kinds that have none of their own; nil throws the failure.
    public var otherwise: Apology?

    /// The words for durations in this language.
    public var durations: DurationWords

    /// Creates a wording; durations are in English unless given.
    public init(
        _ sentences: [ChatError.KindName: Apology], otherwise: Apology?, durations: DurationWords = .english
    ) {
        self.sentences = sentences
        self.otherwise = otherwise
        self.durations = durations
    }

    func problems(at place: String) -> [String] {
        let own = sentences.sorted { $0.key < $1.key }.flatMap { kind, apology in
            apology.problems(at: "\(place).sentences[\(kind)]")
        }
        return own + (otherwise?.problems(at: "\(place).otherwise") ?? [])
            + durations.problems(at: "\(place).durations")
    }
}
