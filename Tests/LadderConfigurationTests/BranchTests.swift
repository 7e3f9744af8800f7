import Ladder
import LadderConfiguration
import LadderTesting
import Testing

@Suite struct BranchTests {
    struct Asking: Sendable, CustomTestStringConvertible {
        let when: String
        let request: ChatRequest
        var scope = CallScope()
        let isChosen: Bool
        var testDescription: String { "\(when) \(isChosen)" }
    }

    static let requests: [Asking] = [
        Asking(
            when: #"{"features": ["a", "b"]}"#, request: ChatRequest("?"), scope: CallScope(feature: "b"),
            isChosen: true),
        Asking(when: #"{"features": ["a"]}"#, request: ChatRequest("?"), isChosen: false),
        Asking(when: #"{"tenants": ["t"]}"#, request: ChatRequest("?"), scope: CallScope(tenant: "t"), isChosen: true),
        Asking(
            when: #"{"tags": {"plan": ["free"]}}"#, request: ChatRequest("?"), scope: CallScope(tags: ["plan": "free"]),
            isChosen: true),
        Asking(
            when: #"{"tags": {"plan": ["free"]}}"#, request: ChatRequest("?"), scope: CallScope(tags: ["plan": "paid"]),
            isChosen: false),
        Asking(
            when: #"{"tags": {"plan": []}}"#, request: ChatRequest("?"), scope: CallScope(tags: ["plan": "any"]),
            isChosen: true),
        Asking(when: #"{"tags": {"plan": []}}"#, request: ChatRequest("?"), isChosen: false),
        Asking(when: #"{"models": ["b"]}"#, request: ChatRequest("?", model: "b"), isChosen: true),
        Asking(when: #"{"models": ["b"]}"#, request: ChatRequest("?"), isChosen: false),
        Asking(when: #"{"models": ["echo/a"]}"#, request: ChatRequest("?"), isChosen: true),
        Asking(when: #"{"isStreamed": false}"#, request: ChatRequest("?"), isChosen: true),
        Asking(when: #"{"hasTools": true}"#, request: ChatRequest("?"), isChosen: false),
        Asking(
            when: #"{"responseFormats": ["json"]}"#,
            request: ChatRequest(messages: [.user("?")], responseFormat: .json), isChosen: true),
        Asking(
            when: #"{"reasoningEfforts": ["high"]}"#,
            request: ChatRequest(messages: [.user("?")], options: ModelOptions(reasoningEffort: .high)), isChosen: true),
        Asking(
            when: #"{"minimumTemperature": 0.5, "maximumTemperature": 1}"#,
            request: ChatRequest(messages: [.user("?")], options: ModelOptions(temperature: 0.7)), isChosen: true),
        Asking(when: #"{"maximumTemperature": 1}"#, request: ChatRequest("?"), isChosen: false),
        Asking(
            when: #"{"minimumResponseTokens": 1000}"#,
            request: ChatRequest(messages: [.user("?")], options: ModelOptions(maximumResponseTokens: 100)),
            isChosen: false),
        Asking(
            when: #"{"features": ["a"], "models": ["b"]}"#, request: ChatRequest("?"), scope: CallScope(feature: "a"),
            isChosen: false),
    ]

    @Test(arguments: requests)
    func `a case is for the calls that meet all of its conditions`(asking: Asking) async throws {
        let text = configuration(
            layers: #"{"layer": "Branch", "cases": [{"name": "chosen", "when": \#(asking.when)}]}"#)
        let answer = try await load(text).pipeline.respond(
            to: asking.request, options: CallOptions(scope: asking.scope))
        let notes = answer.trace.events.filter { $0.stage == "Branch" }.map(\.reason)
        #expect(notes == [asking.isChosen ? "case chosen" : "case otherwise"])
    }

    @Test func `the first case that a call meets is taken`() async throws {
        let text = configuration(
            layers: """
                {"layer": "Branch", "cases": [
                  {"name": "one", "when": {"features": ["x"]}, "model": "b"}, {"name": "two", "when": {"features": ["x", "y"]}}]}
                """)
        let pipeline = try load(text).pipeline
        let first = try await pipeline.respond(to: "?", options: CallOptions(scope: CallScope(feature: "x")))
        let second = try await pipeline.respond(to: "?", options: CallOptions(scope: CallScope(feature: "y")))
        #expect(first.content == "bee as b, target bee")
        #expect(second.content == "a as echo/a, target a")
    }

    /// A catalog with the models `good/…` and `bad/…`, of which the second fail.
    static func catalog() -> ModelCatalog {
        var catalog = ModelCatalog()
        catalog.add("good", isDefault: true) { asked in ClosureModel(asked.modelID) { _ in Completion(asked.modelID) } }
        catalog.add("bad") { asked in ClosureModel(asked.modelID) { _ in throw ChatError(.server) } }
        return catalog
    }

    @Test func `the layers of a case stay the same after a fallback to a model of another case`() throws {
        let text = """
            {"models": ["bad/a", "bad/b", "good"], "layers": [{"layer": "Branch", "cases": [
               {"name": "a", "when": {"models": ["bad/a"]}, "layers": [
                 {"layer": "ModelFallback", "candidates": ["bad/b", "good"]}, {"layer": "Retry", "maximumAttempts": 2}]},
               {"name": "b", "when": {"models": ["bad/b"]}, "layers": []}]}]}
            """
        let simulation = Simulation(seed: 1)
        let pipeline = try load(text, models: Self.catalog()).pipeline.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "?") }
        #expect(answer.content == "good")
        #expect(answer.fallbackLevel == .fallbackModel)
        #expect(answer.attempts.map(\.target) == ["bad/a", "bad/a", "bad/b", "bad/b", "good"])
    }

    @Test func `a fallback goes over weighted groups`() throws {
        let text = """
            {"layers": [
              {"layer": "ModelFallback", "candidates": {"large": ["small"]}},
              {"layer": "ModelRouter", "routes": {
                 "large": [{"model": "bad/east", "weight": 3}, "bad/west"], "small": ["good/one", "good/two"]}},
              {"layer": "CircuitBreaker"}]}
            """
        let simulation = Simulation(seed: 1)
        let pipeline = try load(text, models: Self.catalog()).pipeline.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: ChatRequest("?", model: "large")) }
        #expect(["one", "two"].contains(answer.content))
        #expect(answer.attempts.count == 3)
        #expect(Set(answer.attempts.prefix(2).map(\.target)) == ["bad/east", "bad/west"])
    }

    @Test func `layers behind a branch are the same for all cases`() throws {
        let text = """
            {"models": ["bad/a"], "layers": [
              {"layer": "StaticFAQ", "apologies": "Sorry."},
              {"layer": "Branch", "cases": [{"when": {"features": ["f"]}, "layers": [{"layer": "Retry"}]}]},
              {"layer": "CircuitBreaker"}]}
            """
        let simulation = Simulation(seed: 1)
        let loaded = try load(text, models: Self.catalog())
        let pipeline = loaded.pipeline.running(on: simulation)
        let counts = try simulation.run {
            let many = try await pipeline.respond(to: "?", options: CallOptions(scope: CallScope(feature: "f")))
            let one = try await pipeline.respond(to: "?")
            return [many.attempts.count, one.attempts.count]
        }
        #expect(counts == [3, 1])
    }

    @Test func `a branch streams, and forwards cancellation like any layer`() throws {
        let pipeline = try load(
            configuration(layers: #"{"layer": "Branch", "cases": [{"when": {"features": ["f"]}}]}"#)
        ).pipeline
        let branch = try #require(pipeline.layers.first)
        try checkMiddleware { branch }
    }

    static let fallback = #"[{"layer": "ModelFallback", "candidates": ["b"]}, {"layer": "Timeout"}]"#
    static let budget = #"{"layer": "BudgetCheck", "limits": [{"amount": {"tokens": 9}}], "downgradeModel": "b"}"#

    @Test func `what every case has is inside the layers around the branch`() throws {
        let branch = #"{"layer": "Branch", "cases": [{"when": {"features": ["f"]}, "layers": \#(Self.fallback)}], "#
        let whole = configuration(layers: "\(Self.budget), \(branch) \"otherwise\": \(Self.fallback)}")
        let missing = try load(whole).pipeline.diagnostics.map(\.message)
        #expect(missing.contains("no StaticFAQ: when everything fails, callers get an error"))
        #expect(!missing.contains { $0.hasPrefix("no ModelFallback") || $0.hasPrefix("no Timeout") })
        let half = configuration(layers: "\(Self.budget), \(branch) \"otherwise\": []}")
        #expect(problems(of: half) == ["$: BudgetCheck needs a layer of the role modelFallback inside it"])
    }

    @Test func `a layer in a branch finds what it needs in its case or behind the branch`() throws {
        let branch = #"{"layer": "Branch", "cases": [{"when": {"features": ["f"]}, "layers": [\#(Self.budget)]}]}"#
        #expect(
            problems(of: configuration(layers: branch)) == [
                "$: Branch needs a layer of the role modelFallback inside it"
            ])
        let behind = #"{"layer": "ModelFallback", "candidates": ["b"]}"#
        #expect(problems(of: configuration(layers: "\(branch), \(behind)")) == [])
    }

    @Test func `the worst case of a branch is that of its worst case`() throws {
        let text = configuration(
            layers: """
                {"layer": "Branch", "cases": [{"when": {"features": ["f"]}, "layers": [{"layer": "Retry"}]}],
                 "otherwise": [{"layer": "Timeout"}]}
                """)
        #expect(try load(text).pipeline.explain().contains("3 attempts"))
    }
}
