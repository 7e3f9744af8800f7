import LadderCircuitBreaker
import LadderCore
import LadderJSON

struct CircuitBreakerDeclaration: LayerDeclaration {
    static let kind = "CircuitBreaker"

    var policy = CircuitBreakerPolicy.standard

    static let rules: [(name: String, value: ErrorRules.BreakerRule)] = [
        ("neutral", .neutral), ("failure", .failure), ("neutralUnlessLongWait", .neutralUnlessLongWait),
        ("opens", .opens), ("failureIfAsked", .failureIfAsked),
    ]

    static var format: ObjectFormat<CircuitBreakerDeclaration> {
        ObjectFormat(
            name: kind, summary: "Stops calling a target that is down.", base: CircuitBreakerDeclaration(),
            presets: [
                ("standard", CircuitBreakerDeclaration()), ("sensitive", CircuitBreakerDeclaration(policy: .sensitive)),
                ("tolerant", CircuitBreakerDeclaration(policy: .tolerant)),
            ],
            fields: opening + staying + closing)
    }

    private static var opening: [Field<CircuitBreakerDeclaration>] {
        [
            Field(
                "consecutiveFailures", \.policy.consecutiveFailures, .nullable(.integer),
                "The number of failures in a row that opens a breaker; null turns this off."),
            Field(
                "failureRate", \.policy.failureRate, .nullable(.number),
                "The share of failures in the window that opens a breaker; null turns this off."),
            Field(
                "minimumCalls", \.policy.minimumCalls, .integer,
                "The number of calls that the window must hold before the failure rate is compared."),
            Field("window", \.policy.window, .duration, "The time that the rates look back."),
            Field(
                "slowFirstContent", \.policy.slowFirstContent, slowFirstContent.value.nullable,
                "When answers with a slow first content open a breaker; null turns this off."),
            Field(
                "rules", \.policy.rules, ValueFormat.choice(among: rules).byErrorKind,
                "What kinds of errors mean to this layer, instead of what the error table says."),
        ]
    }

    private static var staying: [Field<CircuitBreakerDeclaration>] {
        [
            Field("openTime", \.policy.openTime, .duration, "The time for which a breaker stays open at first."),
            Field(
                "openTimeGrowth", \.policy.openTimeGrowth, .number,
                "The factor by which the open time grows each time the breaker opens again without health in between."),
            Field("maximumOpenTime", \.policy.maximumOpenTime, .duration, "The longest open time, before jitter."),
            Field("jitter", \.policy.jitter, .number, "The largest share by which an open time varies up or down."),
            Field(
                "openAtOnceTime", \.policy.openAtOnceTime, .duration,
                "The open time after a refused key or a used-up quota for which the provider named no time."),
            Field(
                "longestThrottle", \.policy.longestThrottle, .duration,
                "The longest wait of a throttled call that leaves the breaker closed."),
        ]
    }

    private static var closing: [Field<CircuitBreakerDeclaration>] {
        [
            Field("probes", \.policy.probes, .integer, "The number of calls that find out whether the target is back."),
            Field(
                "probeLease", \.policy.probeLease, .duration,
                "The time for which a probe without a deadline keeps its slot."),
            Field(
                "rampTime", \.policy.rampTime, .duration, "The time from closing until all calls are admitted again."),
            Field("maximumTargets", \.policy.maximumTargets, .integer, "The largest number of targets with a breaker."),
        ]
    }

    private static var slowFirstContent: ObjectFormat<CircuitBreakerPolicy.SlowFirstContent> {
        ObjectFormat(
            name: "CircuitBreaker.slowFirstContent", summary: "When answers with a slow first content count.",
            base: CircuitBreakerPolicy.SlowFirstContent(threshold: .zero),
            fields: [
                Field(
                    "threshold", \.threshold, .duration, "The time to the first content from which an answer is slow.",
                    isRequired: true),
                Field("rate", \.rate, .number, "The share of slow answers in the window that opens a breaker."),
                Field(
                    "minimumCalls", \.minimumCalls, .integer,
                    "The number of calls that the window must hold before the rate is compared."),
            ])
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        CircuitBreaker(policy)
    }
}
