import Foundation
import LadderConfiguration
import LadderCore
import LadderJSON
import Testing

@Suite struct WrongFilesTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let text: String
        let problems: [String]

        init(_ text: String, _ problems: String...) {
            self.text = text
            self.problems = problems
        }

        init(layer: String, _ problems: String...) {
            text = configuration(layers: layer)
            self.problems = problems
        }

        var testDescription: String { text }
    }

    static let documents = [
        Mistake("[]", "$ is an array; expected an object"),
        Mistake("7", "$ is 7; expected an object"),
        Mistake("{}", "$: the pipeline has no model"),
        Mistake(
            #"{"models": ["a"], "layer": []}"#,
            #"$.layer is not known here; expected "$schema", "layers", "maximumAttempts", "models", "prices", "#
                + #""requiresComplete", "timeLimit""#),
        Mistake(
            #"{"models": ["a", "a"], "timeLimit": 0}"#, #"$.models[1]: two models are named "a""#),
        Mistake(#"{"models": ["a"], "timeLimit": 0}"#, "$: Pipeline.timeLimit is 0.0 seconds; it must be positive"),
        Mistake(
            #"{"models": ["a"], "timeLimit": "soon"}"#,
            #"$.timeLimit is "soon"; expected a duration such as "500ms", "10s" or "2m", or a number of seconds, or null"#
        ),
        Mistake(
            #"{"models": ["a"], "maximumAttempts": 0, "requiresComplete": "yes"}"#,
            "$.maximumAttempts is 0; expected a whole number in 1…256",
            #"$.requiresComplete is "yes"; expected true or false"#),
        Mistake(#"{"models": "a"}"#, #"$.models is "a"; expected an array"#),
        Mistake(#"{"models": [""]}"#, #"$.models[0] is ""; expected the name of a model or an object"#),
        Mistake(
            #"{"models": [{"name": "x"}]}"#, "$.models[0].model is missing; expected a string that is not empty"),
        Mistake(
            #"{"models": ["acme/x"]}"#, #"$.models[0]: the model "acme/x" has an unknown prefix; known are echo/"#),
        Mistake(
            #"{"models": [{"model": "a", "baseURL": "example.com"}]}"#,
            #"$.models[0]: the baseURL "example.com" is not a URL; expected one such as "http://localhost:8000/v1""#),
        Mistake(
            #"{"models": ["a"], "prices": "no.json"}"#, #"$.prices names the file "no.json", which cannot be read"#),
    ]

    static let layers = [
        Mistake(
            layer: #"{"layer": "Cache"}"#,
            #"$.layers[0].layer is "Cache"; expected one of "StaticFAQ", "BudgetCheck", "ExactCache", "SemanticCache", "#
                + #""ModelFallback", "ModelRouter", "CircuitBreaker", "Retry", "Timeout", "Branch", "Custom""#),
        Mistake(layer: #""Retry""#, #"$.layers[0] is "Retry"; expected an object"#),
        Mistake(
            layer: #"{"layer": "Retry", "attempts": 3}"#,
            #"$.layers[0].attempts is not known here; expected "backoff", "layer", "maximumAttempts", "name", "patience", "#
                + #""patienceWithAlternative", "preset", "rules", "throttle""#),
        Mistake(
            layer: #"{"layer": "Retry", "maximumAttempts": 0}"#,
            "$.layers[0]: Retry.maximumAttempts is 0; allowed 1…20"),
        Mistake(
            layer: #"{"layer": "Retry", "preset": "slow"}"#,
            #"$.layers[0].preset is "slow"; expected one of "standard", "quick", "patient", "never""#),
        Mistake(
            layer: #"{"layer": "Retry", "backoff": {"jitter": "some"}}"#,
            #"$.layers[0].backoff.jitter is "some"; expected one of "full", "equal", "decorrelated", "none""#),
        Mistake(
            layer: #"{"layer": "Retry", "rules": {"server": "twice"}}"#,
            #"$.layers[0].rules.server is "twice"; expected one of "never", "afterBackoff", "afterAskedWait", "once""#),
        Mistake(
            layer: #"{"layer": "Retry", "maximumAttempts": null}"#,
            "$.layers[0].maximumAttempts is missing; expected a whole number"),
        Mistake(
            layer: #"{"layer": "Timeout", "total": -1}"#,
            #"$.layers[0].total is -1; expected a duration such as "500ms", "10s" or "2m", or a number of seconds, or null"#
        ),
        Mistake(
            layer: #"{"layer": "Timeout"}, {"layer": "Timeout"}"#,
            #"$.layers[1]: two layers are named "Timeout"; give one of them another name"#),
        Mistake(
            layer: #"{"layer": "ModelFallback", "candidates": ["c"]}"#,
            #"$.layers[0]: ModelFallback names the model "c", which the pipeline does not have; known are "b", "echo/a""#
        ),
        Mistake(
            layer: #"{"layer": "ModelFallback"}"#,
            "$.layers[0].candidates is missing; expected an array or an object of arrays"),
        Mistake(
            layer: #"{"layer": "BudgetCheck", "limits": [{"amount": {"tokens": -1}}]}"#,
            "$.layers[0].limits[0].amount.tokens is -1; expected a whole number ≥ 0"),
        Mistake(
            layer: #"{"layer": "BudgetCheck", "limits": [{"amount": 5, "each": ["plan"]}]}"#,
            #"$.layers[0].limits[0].amount is 5; expected {"tokens": COUNT}, {"money": DOLLARS} or {"requests": COUNT}"#,
            #"$.layers[0].limits[0].each[0] is "plan"; expected one of "tenant", "user", "feature", "model", or "tag:NAME""#
        ),
        Mistake(
            layer:
                #"{"layer": "BudgetCheck", "limits": [{"amount": {"requests": 5}, "per": {"day": "Mars/Olympus"}}]}"#,
            #"$.layers[0]: BudgetCheck.limits["requests per day in Mars/Olympus"].window has the time zone "#
                + #""Mars/Olympus", which this system does not know"#),
        Mistake(
            layer: #"{"layer": "BudgetCheck", "ledger": "team"}"#,
            #"$.layers[0].ledger is "team", which the application does not supply; known are none"#),
        Mistake(
            layer: #"{"layer": "SemanticCache", "embedder": "large"}"#,
            #"$.layers[0].embedder is "large", which the application does not supply; known are "lexical""#),
        Mistake(
            layer: #"{"layer": "ExactCache", "store": {"maximumEntries": 0}}"#,
            "$.layers[0]: MemoryStore.maximumEntries is 0; allowed 1…100000000"),
        Mistake(
            layer: #"{"layer": "ExactCache", "lifetime": "forever"}"#,
            #"$.layers[0].lifetime is "forever"; expected "realTime", "stable", "static", "expensive", "unlimited", or a "#
                + #"duration such as "500ms", "10s" or "2m", or a number of seconds"#),
        Mistake(
            layer: #"{"layer": "ModelRouter", "routes": {"g": [{"model": "acme/x"}]}}, "#
                + #"{"layer": "ModelFallback", "candidates": ["g"]}"#,
            #"$.layers[0].routes.g[0]: the model "acme/x" has an unknown prefix; known are echo/"#),
        Mistake(
            layer: #"{"layer": "ModelRouter", "routes": {"g": [{"model": "x"}, {"model": "x"}]}}"#,
            #"$.layers[0]: ModelRouter has two deployments with the id "x""#),
        Mistake(
            layer: #"{"layer": "StaticFAQ", "entries": "no.json"}"#,
            #"$.layers[0].entries names the file "no.json", which cannot be read"#),
        Mistake(
            layer: #"{"layer": "Custom", "use": "Polite"}"#,
            #"$.layers[0].use is "Polite", which the application does not supply; known are none"#),
        Mistake(
            layer: #"{"layer": "BudgetCheck", "limits": [{"amount": {"tokens": 9}}], "downgradeModel": "b"}"#,
            "$: BudgetCheck needs a layer of the role modelFallback inside it"),
    ]

    static let branches = [
        Mistake(layer: #"{"layer": "Branch", "cases": []}"#, "$.layers[0].cases is empty"),
        Mistake(
            layer: #"{"layer": "Branch", "cases": [{"when": {}}]}"#,
            "$.layers[0].cases[0].when has no condition; write layers for all other calls as otherwise"),
        Mistake(
            layer:
                #"{"layer": "Branch", "cases": [{"when": {"feature": "chat"}, "layers": [{"layer": "Retry", "x": 1}]}]}"#,
            #"$.layers[0].cases[0].when.feature is not known here; expected "features", "hasTools", "isStreamed", "#
                + #""maximumResponseTokens", "maximumTemperature", "minimumResponseTokens", "minimumTemperature", "models", "#
                + #""reasoningEfforts", "responseFormats", "tags", "tenants""#,
            #"$.layers[0].cases[0].layers[0].x is not known here; expected "backoff", "layer", "maximumAttempts", "name", "#
                + #""patience", "patienceWithAlternative", "preset", "rules", "throttle""#,
            "$.layers[0].cases[0].when has no condition; write layers for all other calls as otherwise"),
        Mistake(
            layer: #"{"layer": "Branch", "cases": [{"name": "x", "when": {"features": ["a"]}}, "#
                + #"{"name": "x", "when": {"features": ["b"]}, "model": "c"}]}"#,
            #"$.layers[0].cases[1]: two cases of Branch are named "x""#,
            #"$.layers[0].cases[1]: Branch names the model "c", which the pipeline does not have; known are "b", "echo/a""#
        ),
        Mistake(
            layer: #"{"layer": "Branch", "cases": [{"when": {"features": ["a"]}, "layers": "#
                + #"[{"layer": "Retry", "maximumAttempts": 99}]}]}"#,
            "$.layers[0].cases[0].layers[0]: Retry.maximumAttempts is 99; allowed 1…20"),
    ]

    @Test(arguments: documents + layers + branches)
    func `a mistake is named with its path, its value and what is allowed`(mistake: Mistake) {
        #expect(problems(of: mistake.text) == mistake.problems)
    }

    @Test func `all mistakes of a file are named at once`() {
        let text = configuration(
            layers: #"{"layer": "Retry", "maximumAttempts": 0}, {"layer": "Timeout", "totl": 1}, {"layer": "Tmeout"}"#)
        #expect(problems(of: text).count == 3)
    }

    @Test func `what is not JSON is an error and no trap`() {
        #expect(problems(of: "{").count == 1)
        #expect(problems(of: "").count == 1)
        #expect(problems(of: String(repeating: "[", count: 100_000)).count == 1)
    }

    /// Returns a configuration with this many branches, each in the one before.
    static func nested(_ count: Int) -> String {
        let begin = #"{"layer": "Branch", "cases": [{"when": {"features": ["a"]}, "layers": ["#
        return configuration(
            layers: String(repeating: begin, count: count) + #"{"layer": "Retry"}"#
                + String(repeating: "]}]}", count: count))
    }

    @Test func `branches may be nested to a limit that fits on a small stack`() throws {
        let found = Locked<[[String]]>([])
        let ended = DispatchSemaphore(value: 0)
        let thread = Thread {
            for count in [16, 17, 31] { found.withLock { $0.append(problems(of: Self.nested(count))) } }
            ended.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        ended.wait()
        let place = "$" + String(repeating: ".layers[0].cases[0]", count: 17) + ".layers[0]"
        let problem = "\(place) is nested deeper than 16 branches"
        #expect(found.withLock { $0 } == [[], [problem], [problem]])
    }

    @Test func `a value that is nested 128 deep is a mistake and no trap`() {
        let deep = String(repeating: "[", count: 126) + String(repeating: "]", count: 126)
        #expect(
            problems(of: #"{"models": ["a"], "layers": \#(deep)}"#) == ["$.layers[0] is an array; expected an object"])
        let fields = String(repeating: #"{"bound":"#, count: 100) + "1" + String(repeating: "}", count: 100)
        let text = configuration(
            layers: #"{"layer": "ModelFallback", "candidates": [{"model": "b", "options": {"extra": \#(fields)}}]}"#)
        #expect(problems(of: text) == [])
    }

    @Test(arguments: [
        #""sk-secret""#, #"{"env": "sk-secret"}"#, #"{"value": "sk-secret"}"#, #"["sk-secret"]"#,
        #"{"env": "X", "file": "sk-secret"}"#, "7", "{}",
    ])
    func `a literal key is refused with its path, and not shown`(key: String) {
        let found = problems(of: #"{"models": [{"model": "a", "key": \#(key)}]}"#)
        #expect(found.last?.hasPrefix("$.models[0].key is ") == true)
        #expect(found.last?.hasSuffix(#"expected {"env": NAME} or {"file": PATH}"#) == true)
        #expect(!found.joined().contains("secret"))
    }
}
