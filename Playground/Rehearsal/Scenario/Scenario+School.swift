import Ladder
import LadderTesting

extension Scenario {
    /// The day of a published case study: an education company with 200,000 questions a day to gpt-4o, of which 35 % are
    /// repeats in other words, $38,000 a month, and 1.2 seconds a call.
    package static let school = Scenario(
        name: "school",
        summary:
            "An education company: 200,000 questions a day, 2,100 tokens in and 108 out, 35 % of them repeats in other words.",
        models: [ScenarioModel("gpt-4o", price: schoolPrice)],
        crowd: crowd(rate: 200_000 / 86_400, theme: .school) {
            ($0.repeated, $0.reworded, $0.written, $0.streamed) = (0, 0.35, 0, 0)
            ($0.inputTokens, $0.cachedPromptTokens, $0.outputTokens) = (2_100, 2_000, 108...108)
            $0.users = 20_000
        },
        phases: [ScenarioPhase("day", for: .hours(24), ["gpt-4o": .usual])],
        setup: setup { ($0.cacheLifetime, $0.semanticThreshold) = (.hours(24), 0.92) })

    /// The price of gpt-4o, with repeated text at a tenth of the price of other text.
    private static let schoolPrice = ModelPrice(
        TokenRates(
            input: Money(picodollars: 2_500_000), output: Money(picodollars: 10_000_000),
            cacheRead: Money(picodollars: 250_000)))
}

extension ProviderState {
    /// A model that takes 1.2 seconds on average.
    fileprivate static let usual = {
        var condition = ProviderState.healthy.condition
        condition.latency = .milliseconds(500) ... .milliseconds(1_340)
        (condition.pieces, condition.pause) = (3...3, .milliseconds(150) ... .milliseconds(430))
        return ProviderState("usual", condition)
    }()
}
