/// The apologies of one language.
public struct ApologyWording: Hashable, Sendable {
    /// The sentence for each kind of failure.
    public var sentences: [Apologies.Occasion: Apology]

    /// The sentence for kinds without one; `nil` throws the failure.
    public var otherwise: Apology?

    /// How durations are said.
    public var durations: DurationWords

    /// A wording; durations are said in English unless given.
    public init(
        _ sentences: [Apologies.Occasion: Apology], otherwise: Apology?, durations: DurationWords = .english
    ) {
        self.sentences = sentences
        self.otherwise = otherwise
        self.durations = durations
    }

    func problems(_ place: String) -> [String] {
        let own = Apologies.Occasion.allCases.flatMap { occasion in
            sentences[occasion]?.problems("\(place).sentences[\(occasion)]") ?? []
        }
        return own + (otherwise?.problems("\(place).otherwise") ?? []) + durations.problems("\(place).durations")
    }
}
