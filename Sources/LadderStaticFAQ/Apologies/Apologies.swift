import LadderCore

/// What is said when a call failed and no written answer fits: a sentence for each kind of failure, in each language.
///
/// The usual ones are English and tell how long to wait where the failure says so. Replace one, all, or add a language:
///
/// ```swift
/// var apologies = Apologies()
/// apologies.usual.sentences[.server] = "Something broke. Please write to help@example.com."
/// apologies.languages["de"] = ApologyWording(
///     [.circuitOpen: Apology("Gerade geht es nicht.", withWait: "Bitte versuchen Sie es in {wait} noch einmal.")],
///     otherwise: "Es tut mir leid, ich kann gerade nicht antworten.",
///     durations: DurationWords(
///         about: "etwa {duration}", seconds: ("Sekunde", "Sekunden"), minutes: ("Minute", "Minuten"),
///         hours: ("Stunde", "Stunden"), days: ("Tag", "Tagen"))
/// )
/// apologies.silent = [.deadlineExceeded]
/// var policy = StaticFAQPolicy(apologies: apologies)
/// policy.apologies = "Our assistant is resting."  // one sentence for everything
/// ```
///
/// The caller's language is the tag `policy.languageTag` of its scope; one without a wording of its own gets `usual`.
public struct Apologies: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The wording for callers whose language is unknown or not listed.
    public var usual: ApologyWording

    /// Wordings by BCP 47 tag: `pt-BR` goes before `pt`.
    public var languages: [String: ApologyWording]

    /// Failures that are thrown instead of apologised for.
    public var silent: Set<Occasion>

    /// Apologies, in English unless given.
    public init(
        _ usual: ApologyWording = .english, languages: [String: ApologyWording] = [:], silent: Set<Occasion> = []
    ) {
        self.usual = usual
        self.languages = languages
        self.silent = silent
    }

    /// The same sentence for everybody and every failure.
    public init(always text: String) {
        self.init(ApologyWording([:], otherwise: Apology(text)))
    }

    /// The same sentence for everybody and every failure.
    public init(stringLiteral text: String) {
        self.init(always: text)
    }

    /// What is said, or `nil` when the failure is to be thrown.
    public func text(for facts: ApologyFacts) -> String? {
        let occasion = Occasion(facts.failure.kind)
        guard !silent.contains(occasion) else { return nil }
        let wording = wording(for: facts.language)
        return (wording.sentences[occasion] ?? wording.otherwise)?.filled(facts, wording.durations)
    }

    /// The wording for a language tag: its own, that of the language without its region, or the usual one.
    public func wording(for language: String?) -> ApologyWording {
        guard let language = language.map(FAQLanguages.normalized) else { return usual }
        let tags = languages.keys.sorted()
        let exact = tags.first { FAQLanguages.normalized($0) == language }
        let primary = FAQLanguages.primary(language)
        let tag = exact ?? tags.first { FAQLanguages.normalized($0) == primary }
        return tag.flatMap { languages[$0] } ?? usual
    }

    /// What is wrong with the sentences; empty when all is well.
    public var problems: [String] {
        usual.problems("Apologies.usual")
            + languages.sorted { $0.key < $1.key }.flatMap { $0.value.problems("Apologies.languages[\($0.key)]") }
    }
}
