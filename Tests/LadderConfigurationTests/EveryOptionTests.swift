import Ladder
import LadderTesting
import Testing

@testable import LadderConfiguration

/// A layer in a configuration with every option, none of which has its default.
struct FullLayer: Sendable, CustomTestStringConvertible {
    let json: JSONValue
    var testDescription: String { json["layer"]?.string ?? "" }

    init(_ text: String) {
        json = (try? JSONValue(parsing: text)) ?? .null
    }

    static let files = [
        "faq.json": #"{"entries": [{"id": "hours", "phrasings": ["When are you open?"], "answer": "9 to 18."}]}"#
    ]

    static let parts = ApplicationParts(
        embedders: ["small": LexicalEmbedder()], stores: ["shared": MemoryStore()], ledgers: ["team": InMemoryLedger()],
        detectors: ["names": PersonalDataDetector()], layers: ["polite": Retry()])

    static let all = caches + budgets + targets

    private static let caches = [
        FullLayer(
            """
            {"layer": "ExactCache", "name": "first", "lifetime": "2h", "featureLifetimes": {"weather": "1m"},
             "jitter": 0.2, "staleFor": "2d", "staleWhileRevalidate": "5m", "sharing": "user", "namespace": "n",
             "version": "v2", "keyParts": {"a": "b"}, "keyTags": ["language"],
             "admission": {"levels": ["primary", "fallbackModel"], "maximumTemperature": 0.7, "storesToolCalls": true},
             "shortensTimeSensitive": false, "storeTimeLimit": "20ms", "singleFlight": false,
             "rules": {"server": false}, "store": "shared", "refusing": "names"}
            """),
        FullLayer(
            """
            {"layer": "SemanticCache", "name": "second", "embedder": "small", "strictness": "strict", "threshold": 0.9,
             "looserOnFailure": 0.01, "mode": "shadow", "targetErrorRate": 0.02, "lifetime": "1h",
             "featureLifetimes": {"weather": "1m"}, "jitter": 0.2, "sharing": "feature", "namespace": "s",
             "version": "v3", "keyParts": {"c": "d"}, "keyTags": ["language"],
             "admission": {"levels": ["fallbackModel"], "maximumTemperature": null, "storesToolCalls": false},
             "maximumQuestionLength": 300, "refusesTimeSensitive": false, "maximumEntries": 500,
             "embedderTimeLimit": "200ms", "embedderCooldown": "10s", "toleratedEmbedderFailures": 1,
             "storeTimeLimit": "40ms", "refreshInterval": "3s", "rules": {"server": false},
             "store": {"maximumEntries": 700, "maximumBytes": 1000000}, "refusing": null}
            """),
        FullLayer(
            """
            {"layer": "StaticFAQ", "name": "answers", "entries": "faq.json",
             "matching": {"threshold": 0.8, "margin": 0.1, "maximumLength": 200},
             "apologies": {
               "standard": {
                 "sentences": {"server": {"text": "It broke.", "withWait": "Back in {wait}."}, "timedOut": "Too slow."},
                 "otherwise": null,
                 "durations": {"about": "some {duration}", "seconds": {"one": "s", "many": "s"},
                   "minutes": {"one": "m", "many": "m"}, "hours": {"one": "h", "many": "h"},
                   "days": {"one": "d", "many": "d"}}},
               "languages": {}, "silent": ["deadlineExceeded"]},
             "rules": {"unauthorized": "answers"}, "languageTag": "lang", "embedder": "lexical",
             "embedding": {"threshold": 0.9, "margin": 0.05, "wordWeight": 0.1, "timeLimit": "100ms",
               "preparationLimit": "10s", "cooldown": "1m", "preparesEarly": false}}
            """),
    ]

    private static let budgets = [
        FullLayer(
            """
            {"layer": "BudgetCheck", "name": "money", "ledger": "team", "whenExhausted": "refuse",
             "downgradeModel": "b", "assumedResponseTokens": 500, "holdExpiry": "2m", "ledgerTimeLimit": "50ms",
             "limits": [
               {"amount": {"tokens": 1000}, "each": ["user", "tag:plan"], "per": {"day": "Europe/Berlin"},
                "only": {"feature": "chat", "tag:plan": "free"}, "name": "daily", "softShare": 0.5,
                "whenUnreachable": "allow", "allowing": [{"amount": {"tokens": 5}, "for": {"user": "bob"}}]},
               {"amount": {"money": "20.50"}, "each": [], "per": {"rolling": "1h"}, "only": {}, "name": "money",
                "softShare": 0.8, "whenUnreachable": "refuse", "allowing": []}
             ]}
            """),
        FullLayer(
            """
            {"layer": "ModelFallback", "name": "others", "maximumWait": "2s", "rules": {"invalidRequest": "anyModel"},
             "candidates": {"*": [
               {"model": "b", "isLocal": true, "hasLargerWindow": true, "acceptsFiltered": true,
                "systemPromptAddition": "Be short.",
                "options": {"temperature": 0.5, "topP": 0.9, "maximumResponseTokens": 300, "stopSequences": ["END"],
                  "seed": 7, "reasoningEffort": "low", "toolChoice": {"tool": "search"},
                  "extra": {"shared": {"user": "u"}, "bound": {"anthropic": {"thinking": true}}}}}]}}
            """),
    ]

    private static let targets = [
        FullLayer(
            """
            {"layer": "ModelRouter", "name": "places", "strategy": "fastest", "sticky": "tag:session",
             "requiredTags": ["region"], "rampTime": "5s", "maximumCooldown": "1m", "exploration": 0.1,
             "halfLife": "20s", "failurePenalty": "5s", "rules": {"contextTooLong": "anyModel"},
             "routes": {"big": [
               {"id": "east", "model": "echo/big", "key": {"env": "EAST_KEY"}, "baseURL": "http://localhost:1/v1",
                "weight": 3, "tags": {"region": "east"}},
               {"id": "west", "model": "echo/big", "key": {"file": "west.key"}, "baseURL": null, "weight": 0.5,
                "tags": {}}]}}
            """),
        FullLayer(
            """
            {"layer": "CircuitBreaker", "name": "breaker", "consecutiveFailures": null, "failureRate": 0.4,
             "minimumCalls": 10, "window": "20s",
             "slowFirstContent": {"threshold": "8s", "rate": 0.4, "minimumCalls": 10},
             "rules": {"invalidOutput": "neutral"}, "openTime": "20s", "openTimeGrowth": 3, "maximumOpenTime": "2m",
             "jitter": 0.2, "openAtOnceTime": "5m", "longestThrottle": "5s", "probes": 2, "probeLease": "30s",
             "rampTime": "0s", "maximumTargets": 50}
            """),
        FullLayer(
            """
            {"layer": "Retry", "name": "again", "maximumAttempts": 4,
             "backoff": {"base": "200ms", "factor": 3, "cap": "4s", "jitter": "equal"},
             "patienceWithAlternative": "1s", "patience": "30s", "rules": {"unreachable": "afterBackoff"},
             "throttle": {"percent": 10, "window": "5s", "reserve": 2}}
            """),
        FullLayer(
            """
            {"layer": "Timeout", "name": "limits", "firstToken": "5s", "silence": null, "total": "45s",
             "allowsSilentThinking": false}
            """),
        FullLayer(
            """
            {"layer": "Branch", "name": "by-call",
             "cases": [{"name": "cheap", "model": "b",
               "when": {"tenants": ["t"], "features": ["f"], "tags": {"plan": ["free"]}, "models": ["echo/a"],
                 "isStreamed": false, "hasTools": true, "responseFormats": ["json"], "reasoningEfforts": ["low"],
                 "minimumTemperature": 0.1, "maximumTemperature": 0.9, "minimumResponseTokens": 10,
                 "maximumResponseTokens": 100},
               "layers": [{"layer": "Custom", "name": "own", "use": "polite"}]}],
             "otherwise": [{"layer": "Custom", "name": "own-too", "use": "polite"}]}
            """),
        FullLayer(#"{"layer": "Custom", "name": "own", "use": "polite"}"#),
    ]
}

@Suite struct EveryOptionTests {
    private func load(_ layer: FullLayer) throws -> ConfiguredPipeline {
        let files = try TemporaryFiles(FullLayer.files)
        defer { files.remove() }
        var layers = [layer.json]
        // A budget that asks for a cheaper model needs a layer that obeys.
        if layer.json["layer"] == "BudgetCheck" { layers.append(["layer": "ModelFallback", "candidates": ["b"]]) }
        return try ConfiguredPipeline(
            PipelineConfiguration(
                json: ["models": ["echo/a", ["model": "echo/bee", "name": "b"]], "layers": .array(layers)],
                directory: files.directory),
            models: .echoing, parts: FullLayer.parts)
    }

    @Test(arguments: FullLayer.all)
    func `every option is read and written back`(layer: FullLayer) throws {
        let loaded = try load(layer)
        #expect(loaded.effectiveConfiguration.json["layers"]?[0] == layer.json)
    }

    @Test(arguments: FullLayer.all)
    func `the examples have every field, none with its default`(layer: FullLayer) throws {
        let kind = try #require(LayerKinds.kind(named: layer.testDescription))
        let description = kind.describedFields
        let fields = description.filter { $0.name != "preset" }
        #expect(Set(layer.json.object?.keys ?? [:].keys).subtracting(["layer", "name"]) == Set(fields.map(\.name)))
        for field in fields { #expect(layer.json[field.name] != field.defaultValue, "\(field.name)") }
    }

    @Test func `every kind of layer has an example`() {
        #expect(Set(FullLayer.all.map(\.testDescription)) == Set(LayerKinds.names))
    }

    /// A policy, and the format that must have a field for each of its properties.
    struct Policy: @unchecked Sendable, CustomTestStringConvertible {
        let name: String
        let value: Any
        var testDescription: String { name }
    }

    static let policies = [
        Policy(name: "Retry", value: RetryPolicy()), Policy(name: "Timeout", value: TimeoutPolicy()),
        Policy(name: "CircuitBreaker", value: CircuitBreakerPolicy()),
        Policy(name: "ModelFallback", value: ModelFallbackPolicy([:])),
        Policy(name: "ModelRouter", value: RouterPolicy()), Policy(name: "ExactCache", value: ExactCachePolicy()),
        Policy(name: "SemanticCache", value: SemanticCachePolicy()),
        Policy(name: "StaticFAQ", value: StaticFAQPolicy()),
        Policy(name: "BudgetCheck", value: BudgetPolicy()),
    ]

    @Test(arguments: policies)
    func `every option of a policy is a field of its name`(policy: Policy) throws {
        let kind = try #require(LayerKinds.kind(named: policy.name))
        let fields = Set(kind.describedFields.map(\.name))
        let options = Set(Mirror(reflecting: policy.value).children.compactMap(\.label))
        #expect(options.subtracting(fields) == [])
    }

    @Test func `options arrive in the policies of the layers`() throws {
        let retry = try #require(FullLayer.all.first { $0.testDescription == "Retry" })
        let policy = try load(retry).pipeline.layer(Retry.self)?.policy
        #expect(
            policy
                == RetryPolicy(
                    maximumAttempts: 4,
                    backoff: Backoff(base: .milliseconds(200), factor: 3, cap: .seconds(4), jitter: .equal),
                    patienceWithAlternative: .seconds(1), patience: .seconds(30), rules: [.unreachable: .afterBackoff]))
        let budget = try #require(FullLayer.all.first { $0.testDescription == "BudgetCheck" })
        let limits = try load(budget).pipeline.layer(BudgetCheck.self)?.policy.limits
        #expect(
            limits == [
                BudgetLimit(
                    .tokens(1_000), each: .user, .tag("plan"), per: .day(timeZone: "Europe/Berlin"),
                    only: [.feature: "chat", .tag("plan"): "free"], name: "daily", softShare: 0.5,
                    whenUnreachable: .allow
                ).allowing(.tokens(5), for: [.user: "bob"]),
                BudgetLimit(
                    .money(.dollars(20) + Money(picodollars: 500_000_000_000)), per: .rolling(.seconds(3_600)),
                    name: "money"),
            ])
    }

    @Test func `without options a layer is the one that Swift makes`() throws {
        let names = ["Retry", "Timeout", "CircuitBreaker", "ExactCache", "SemanticCache", "StaticFAQ", "BudgetCheck"]
        let layers = names.map { #"{"layer": "\#($0)"}"# }.joined(separator: ", ")
        let pipeline = try LadderConfigurationTests.load(configuration(layers: layers)).pipeline
        #expect(pipeline.layer(Retry.self)?.policy == .standard)
        #expect(pipeline.layer(Retry.self)?.throttle?.policy == .standard)
        #expect(pipeline.layer(Timeout.self)?.policy == .standard)
        #expect(pipeline.layer(CircuitBreaker.self)?.policy == .standard)
        #expect(pipeline.layer(ExactCache.self)?.policy == ExactCachePolicy())
        #expect(pipeline.layer(SemanticCache.self)?.policy == .standard)
        #expect(pipeline.layer(StaticFAQ.self)?.policy == StaticFAQPolicy())
        #expect(pipeline.layer(BudgetCheck.self)?.policy == BudgetPolicy())
    }

    @Test func `a preset is the base for the options beside it`() throws {
        let pipeline = try LadderConfigurationTests.load(
            configuration(layers: #"{"layer": "Retry", "preset": "quick", "patience": "7s", "throttle": null}"#)
        ).pipeline
        var expected = RetryPolicy.quick
        expected.patience = .seconds(7)
        #expect(pipeline.layer(Retry.self)?.policy == expected)
        #expect(pipeline.layer(Retry.self)?.throttle == nil)
    }

    @Test(arguments: [
        (#""1m30s""#, Duration.seconds(90)), (#""250ms""#, .milliseconds(250)), ("0.25", .milliseconds(250)),
        ("90", .seconds(90)), (#""0""#, .zero), (#""1d""#, .seconds(86_400)), (#""1.5us""#, .nanoseconds(1_500)),
    ])
    func `durations are texts or numbers of seconds, and written as text`(text: String, duration: Duration) throws {
        let json = try JSONValue(parsing: text)
        #expect(DurationForm.duration(of: json) == duration)
        #expect(DurationText.parse(DurationForm.text(of: duration)) == duration)
    }
}

extension LayerDeclaration {
    static var describedFields: [FieldDescription] { format.description.fields }
}
