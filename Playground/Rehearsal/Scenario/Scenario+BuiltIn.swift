import Ladder

extension Scenario {
    /// Returns the built-in scenario of a name.
    package static func named(_ name: String) -> Scenario? { builtIn.first { $0.name == name } }

    /// The scenarios that the playground knows, simple ones first.
    package static let builtIn: [Scenario] = [
        outage, longOutage, brownOut, throttlingStorm, quotaUsedUp, totalOutage, flapping, slowFirstToken, cutAnswers,
        herd, runawayUser, emptyAnswers, wrongAnswers, oneOfThree, dayOfRepeats, fullDay, school,
    ]

    package static let outage = disturbance(
        "outage", "The large model goes down for five minutes. The small one stays up.", named: "down", .down)

    package static let longOutage = Scenario(
        name: "long-outage",
        summary:
            "The large model is slow, throttled, down and flapping. While it is down, the small one fails as well.",
        crowd: Crowd(rate: 0.5),
        phases: [
            ScenarioPhase("well", for: .minutes(5)),
            ScenarioPhase("slow", for: .minutes(5), ["large": .slow]),
            ScenarioPhase("429", for: .minutes(5), ["large": .throttled]),
            ScenarioPhase("down", for: .minutes(4), ["large": .down]),
            ScenarioPhase("both", for: .minutes(2), ["large": .down, "small": .down]),
            ScenarioPhase("flaps", for: .minutes(5), ["large": .flapping]),
            ScenarioPhase("back", for: .minutes(5)),
        ],
        setup: setup { $0.budget = .dollars(2) })

    static let brownOut = disturbance(
        "brown-out", "The large model is overloaded: half of its answers fail, the others are slow.",
        named: "brown-out",
        .brownOut)

    static let throttlingStorm = disturbance(
        "throttling-storm",
        "The large model refuses seven of ten requests with 429, says when to come back, and that nothing is left.",
        named: "throttled", .throttled)

    static let quotaUsedUp = disturbance(
        "quota", "The credit of the account for the large model is used up.", named: "no credit", .quotaUsedUp)

    static let totalOutage = Scenario(
        name: "total-outage", summary: "Both models are down. Stored and written answers are all that is left.",
        phases: [
            ScenarioPhase("healthy", for: .minutes(10)),
            ScenarioPhase("both down", for: .minutes(10), ["large": .down, "small": .down]),
            ScenarioPhase("recovered", for: .minutes(5)),
        ],
        setup: setup { $0.cacheLifetime = .seconds(300) })

    static let flapping = disturbance(
        "flapping", "The large model is down and up again, half a minute each.", named: "flapping", .flapping)

    static let slowFirstToken = disturbance(
        "slow-first-token", "The first words of the large model take 8 to 25 seconds.", named: "slow", .slowFirstToken)

    static let cutAnswers = disturbance(
        "cut-answers", "Four of ten answers of the large model break off in the middle.", named: "cutting", .cutting,
        crowd: crowd { $0.streamed = 0.6 })

    static let emptyAnswers = disturbance(
        "empty-answers", "Six of ten answers of the large model have the status 200 and no content.", named: "empty",
        .empty)

    static let wrongAnswers = disturbance(
        "wrong-answers", "Six of ten answers of the large model have the status 200 and are no answers.",
        named: "wrong",
        .wrong)

    static let oneOfThree = Scenario(
        name: "one-of-three", summary: "The large model has three deployments. One of them goes down.",
        models: [
            ScenarioModel("large", pricedAs: "gpt-4o", deployments: ["east", "west", "north"]),
            ScenarioModel("small", pricedAs: "gpt-4o-mini"),
        ],
        phases: [
            ScenarioPhase("healthy", for: .minutes(5)),
            ScenarioPhase("east down", for: .minutes(5), ["east": .down]),
            ScenarioPhase("recovered", for: .minutes(5)),
        ])

    static let herd = Scenario(
        name: "herd",
        summary:
            "Nine of ten callers ask the same question, forty a second, and its stored answer expires each minute.",
        crowd: crowd(rate: 40) {
            ($0.popular, $0.repeated, $0.reworded, $0.written) = (0.9, 0.02, 0, 0.02)
        },
        phases: [
            ScenarioPhase("crowd", for: .minutes(2)),
            ScenarioPhase("slow model", for: .minutes(1), ["large": .slow]),
        ],
        setup: setup { $0.cacheLifetime = .seconds(60) })

    static let runawayUser = Scenario(
        name: "runaway-user",
        summary: "A program of one user asks ten new questions a second. Each user may spend a dollar a day.",
        phases: [
            ScenarioPhase("healthy", for: .minutes(5)),
            ScenarioPhase("runaway", for: .minutes(5), runawayRate: 10),
            ScenarioPhase("stopped", for: .minutes(5)),
        ],
        setup: setup { ($0.userBudget, $0.budget) = (.dollars(1), .dollars(50)) })

    static let dayOfRepeats = Scenario(
        name: "day-of-repeats",
        summary:
            "Half of the questions were asked before, some in other words. The cache is cold, warm, and kept over a restart.",
        crowd: crowd(rate: 0.1) { ($0.repeated, $0.reworded, $0.written) = (0.4, 0.1, 0.05) },
        phases: [
            ScenarioPhase("cold", for: .hours(4)),
            ScenarioPhase("warm", for: .hours(12)),
            ScenarioPhase("restarted", for: .hours(8), restarts: true),
        ],
        setup: setup { ($0.cacheLifetime, $0.semanticThreshold) = (.hours(24), 0.97) })

    static let fullDay = Scenario(
        name: "full-day",
        summary:
            "200,000 calls in a day, with a bad half hour of the large model in the morning and one in the evening.",
        crowd: Crowd(rate: 200_000 / 86_400),
        phases: [
            ScenarioPhase("night", for: .hours(8.5)),
            ScenarioPhase("brown-out", for: .minutes(30), ["large": .brownOut]),
            ScenarioPhase("day", for: .hours(9)),
            ScenarioPhase("down", for: .minutes(30), ["large": .down]),
            ScenarioPhase("evening", for: .hours(5.5)),
        ],
        setup: setup { $0.budget = .dollars(400) })

    /// Five minutes in which all is well, five with the large model in another state, and five to recover.
    private static func disturbance(
        _ name: String, _ summary: String, named phase: String, _ state: ProviderState, crowd: Crowd = Crowd(rate: 1)
    ) -> Scenario {
        Scenario(
            name: name, summary: summary, crowd: crowd,
            phases: [
                ScenarioPhase("healthy", for: .minutes(5)),
                ScenarioPhase(phase, for: .minutes(5), ["large": state]),
                ScenarioPhase("recovered", for: .minutes(5)),
            ])
    }

    static func crowd(rate: Double = 1, theme: QuestionTheme = .shop, _ change: (inout Crowd) -> Void) -> Crowd {
        var crowd = Crowd(rate: rate, theme: theme)
        change(&crowd)
        return crowd
    }

    static func setup(_ change: (inout PipelineSetup) -> Void) -> PipelineSetup {
        var setup = PipelineSetup()
        change(&setup)
        return setup
    }
}

extension Duration {
    package static func minutes(_ count: Double) -> Duration { .seconds(count * 60) }
    package static func hours(_ count: Double) -> Duration { .seconds(count * 3_600) }
}
