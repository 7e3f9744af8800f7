import LadderCore
import LadderStaticFAQ
import LadderTesting
import Testing

/// The apologies for a failure that no entry answers.
@Suite struct ApologyTests {
    /// Returns the apology for an error thrown 100 seconds after the beginning of 2026.
    private func say(
        _ error: ChatError, policy: StaticFAQPolicy = StaticFAQPolicy(), language: String? = nil,
        shift: Duration = .zero, apologize: (@Sendable (ApologyFacts) -> String?)? = nil
    ) throws -> String? {
        let simulation = Simulation(seed: 3)
        let model = ClosureModel("m") { _ in throw error }
        let pipeline = try Pipeline(model: model) {
            StaticFAQ([], policy: policy, apologize: apologize)
        }.running(on: simulation)
        let scope = CallScope(tags: language.map { ["language": $0] } ?? [:])
        return try simulation.run {
            try await simulation.sleep(until: .origin + .seconds(100))
            simulation.shiftWallClock(by: shift)
            do {
                let response = try await pipeline.respond(to: "Why?", options: CallOptions(scope: scope))
                #expect(response.fallbackLevel == .apology)
                return response.content
            } catch {
                return nil
            }
        }
    }

    private static let start: Int64 = 1_767_225_600

    @Test(arguments: [
        (ChatError(.circuitOpen(until: .origin + .seconds(138))), "in about 40 seconds."),
        (ChatError(.throttled(retryAfter: .seconds(2))), "in about 2 seconds."),
        (ChatError(.overloaded, retryAfter: .seconds(61)), "in about 70 seconds."),
        (ChatError(.server, retryAfter: .milliseconds(400)), "in about 1 second."),
        (
            ChatError(.budgetExhausted(resets: WallTime(secondsSince1970: start + 86_400))),
            "in about 24 hours (2026-01-02 00:00 UTC)."
        ),
        (
            ChatError(.quotaExhausted(until: WallTime(secondsSince1970: start + 700))),
            "in about 10 minutes (2026-01-01 00:12 UTC)."
        ),
        (
            ChatError(.deadlineExceeded, underlying: ChatError(.throttled(retryAfter: .seconds(30)))),
            "in about 30 seconds."
        ),
        (
            ChatError(.attemptsExhausted, underlying: ChatError(.circuitOpen(until: .origin + .seconds(220)))),
            "in about 2 minutes."
        ),
    ])
    func `an apology names the wait that the failure names`(error: ChatError, ending: String) throws {
        let text = try #require(try say(error))
        #expect(text.hasSuffix(ending), "\(text)")
    }

    @Test(arguments: [
        ChatError(.circuitOpen(until: .origin + .seconds(100))), ChatError(.circuitOpen(until: .origin)),
        ChatError(.circuitOpen(until: .distantFuture)), ChatError(.throttled(retryAfter: nil)),
        ChatError(.throttled(retryAfter: .seconds(-5))), ChatError(.throttled(retryAfter: .seconds(Int64.max))),
        ChatError(.budgetExhausted(resets: nil)),
        ChatError(.budgetExhausted(resets: WallTime(secondsSince1970: start))),
        ChatError(.budgetExhausted(resets: WallTime(secondsSince1970: .max))), ChatError(.quotaExhausted(until: nil)),
        ChatError(.quotaExhausted(until: nil), retryAfter: .seconds(100)),
        ChatError(.timedOut(.total), retryAfter: .seconds(3)), ChatError(.deadlineExceeded), ChatError(.server),
    ])
    func `no number is invented`(error: ChatError) throws {
        let text = try #require(try say(error))
        let hasNumber = text.contains { $0.isNumber }
        #expect(!hasNumber, "\(text)")
        #expect(!text.contains("{"))
    }

    @Test func `setting the wall clock back does not change the wait of a breaker`() throws {
        let error = ChatError(.circuitOpen(until: .origin + .seconds(138)))
        #expect(try say(error, shift: .seconds(-3_600)) == say(error))
    }

    /// Written here a second time, not read from the sources.
    private static let kinds: [(ChatError.Kind, String)] = [
        (.throttled(retryAfter: nil), "too many questions"), (.quotaExhausted(until: nil), "used up"),
        (.overloaded, "too busy"), (.server, "has failed"), (.unreachable, "cannot reach"),
        (.timedOut(.silence), "took too long"), (.invalidOutput, "proper answer"), (.contextTooLong, "start a new one"),
        (.requestTooLarge, "shorter one"), (.contentFiltered, "cannot answer that"),
        (.unauthorized, "people who run this service"), (.modelNotFound, "people who run this service"),
        (.invalidRequest, "make use of that request"), (.budgetExhausted(resets: nil), "budget"),
        (.circuitOpen(until: .origin), "having trouble"), (.attemptsExhausted, "get an answer"),
        (.deadlineExceeded, "in time"),
    ]

    @Test(arguments: kinds.indices)
    func `each kind of failure has a sentence of its own`(row: Int) throws {
        let (kind, words) = Self.kinds[row]
        let policy = StaticFAQPolicy(rules: [kind.kindName: .answers])
        let text = try #require(try say(ChatError(kind), policy: policy))
        #expect(text.contains(words), "\(text)")
    }

    @Test func `one sentence, one kind, or silence can be chosen`() throws {
        #expect(try say(ChatError(.server), policy: StaticFAQPolicy(apologies: "Resting.")) == "Resting.")
        var apologies = Apologies()
        apologies.standard.sentences[.server] = "Broken."
        apologies.silent = [.overloaded]
        let policy = StaticFAQPolicy(apologies: apologies)
        #expect(try say(ChatError(.server), policy: policy) == "Broken.")
        #expect(try say(ChatError(.overloaded), policy: policy) == nil)
        #expect(try say(ChatError(.unreachable), policy: policy)?.contains("cannot reach") == true)
        apologies.standard.otherwise = nil
        apologies.standard.sentences = [:]
        #expect(try say(ChatError(.server), policy: StaticFAQPolicy(apologies: apologies)) == nil)
    }

    @Test func `a closure writes the apology, or lets the failure be thrown`() throws {
        let apologize: @Sendable (ApologyFacts) -> String? = { facts in
            guard facts.failure.kind != .server else { return nil }
            return "\(facts.failure.kind.name) \(facts.language ?? "?") \(facts.wait.map { "\($0.inSeconds)" } ?? "?")"
        }
        let open = ChatError(.circuitOpen(until: .origin + .seconds(110)))
        #expect(try say(open, language: "fr", apologize: apologize) == "circuitOpen fr 10.0")
        #expect(try say(ChatError(.server), apologize: apologize) == nil)
        #expect(try say(ChatError(.overloaded), apologize: { _ in "" }) == nil)
    }

    private static let german = ApologyWording(
        [.circuitOpen: Apology("Später bitte.", withWait: "Bitte in {wait}.")], otherwise: "Leider nicht.",
        durations: DurationWords(
            about: "etwa {duration}", seconds: ("Sekunde", "Sekunden"), minutes: ("Minute", "Minuten"),
            hours: ("Stunde", "Stunden"), days: ("Tag", "Tagen")))

    @Test(arguments: [
        ("de", "Bitte in etwa 40 Sekunden."), ("DE_at", "Bitte in etwa 40 Sekunden."), ("de-CH", "Exgüsi."),
        ("fr", "I am sorry, the service I rely on is having trouble. Please try again in about 40 seconds."),
    ])
    func `the caller's language chooses the wording`(language: String, expected: String) throws {
        let swiss = ApologyWording([:], otherwise: "Exgüsi.")
        let policy = StaticFAQPolicy(apologies: Apologies(languages: ["de": Self.german, "de-ch": swiss]))
        let error = ChatError(.circuitOpen(until: .origin + .seconds(138)))
        #expect(try say(error, policy: policy, language: language) == expected)
    }

    @Test func `sentences that cannot be said are problems`() {
        var apologies = Apologies(ApologyWording([:], otherwise: "Fine {wait}"), languages: ["de": Self.german])
        apologies.languages["de"]?.durations.about = "etwa"
        apologies.standard.sentences[.server] = Apology("So", withWait: "no number")
        #expect(
            apologies.problems == [
                "Apologies.standard.sentences[server].withWait has neither {wait} nor {moment}",
                "Apologies.standard.otherwise has {wait}, which may be unknown; write that sentence as withWait",
                "Apologies.languages[de].durations.about has no {duration}",
            ])
        #expect(Apologies().problems.isEmpty)
    }
}
