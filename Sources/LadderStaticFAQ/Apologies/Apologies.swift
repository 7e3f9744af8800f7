public import LadderCore

/// What is said when a call failed and no written answer fits: a sentence for each kind of failure, in each language.
///
/// The standard ones are English and say how long to wait where the failure names a time. Replace one, all, or add a
/// language:
///
/// ```swift
/// var apologies = Apologies()
/// apologies.standard.sentences[.server] = "Something broke. Please write to help@example.com."
/// apologies.languages["de"] = ApologyWording(
///     [.circuitOpen: Apology("Gerade geht es nicht.", withWait: "Bitte versuchen Sie es in {wait} noch einmal.")],
///     otherwise: "Es tut mir leid, ich kann gerade nicht antworten.",
///     durations: DurationWords(
///         about: "etwa {duration}", seconds: ("Sekunde", "Sekunden"), minutes: ("Minute", "Minuten"),
///         hours: ("Stunde", "Stunden"), days: ("Tag", "Tagen"))
/// )
/// apologies.silent = [.deadlineExceeded]
/// var policy = StaticFAQPolicy(apologies: apologies)
/// policy.apologies = "Our assistant is not available."  // one sentence for everything
/// ```
///
/// The caller's language is the tag `policy.languageTag` of its scope; one without a wording of its own gets
/// `standard`.
public struct Apologies: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The wording for callers whose language is unknown or not listed.
    public var standard: ApologyWording

    /// Wordings by BCP 47 tag: `pt-BR` goes before `pt`.
    public var languages: [String: ApologyWording]

    /// The kinds of failures that are thrown when no entry answers.
    public var silent: Set<ChatError.KindName>

    /// Creates apologies; the standard wording is English unless given.
    public init(
        _ standard: ApologyWording = .english, languages: [String: ApologyWording] = [:],
        silent: Set<ChatError.KindName> = []
    ) {
        self.standard = standard
        self.languages = languages
        self.silent = silent
    }

    /// Creates apologies that are the same sentence for every caller and every failure.
    public init(always text: String) {
        self.init(ApologyWording([:], otherwise: Apology(text)))
    }

    /// Creates apologies that are the same sentence for every caller and every failure.
    public init(stringLiteral text: String) {
        self.init(always: text)
    }

    /// Returns the sentence for a failure, or nil when the failure is to be thrown.
    public func text(for facts: ApologyFacts) -> String? {
        let kind = facts.failure.kind.kindName
        guard !silent.contains(kind) else { return nil }
        let wording = wording(for: facts.language)
        return (wording.sentences[kind] ?? wording.otherwise)?.filled(with: facts, durations: wording.durations)
    }

    /// Returns the wording for a tag, else the one for its language without the region, else the standard one.
    private func wording(for language: String?) -> ApologyWording {
        guard let language = language.map(FAQLanguages.normalized) else { return standard }
        let tags = languages.keys.sorted()
        let exact = tags.first { FAQLanguages.normalized($0) == language }
        let primary = FAQLanguages.primary(language)
        let tag = exact ?? tags.first { FAQLanguages.normalized($0) == primary }
        return tag.flatMap { languages[$0] } ?? standard
    }

    /// One sentence for each apology that cannot be said; empty when all are valid.
    public var problems: [String] {
        standard.problems(at: "Apologies.standard")
            + languages.sorted { $0.key < $1.key }.flatMap { $0.value.problems(at: "Apologies.languages[\($0.key)]") }
    }
}
