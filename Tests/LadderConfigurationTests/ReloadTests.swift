import Ladder
import LadderConfiguration
import LadderTesting
import Testing

@Suite struct ReloadTests {
    static let text = configuration(
        layers: #"{"layer": "ExactCache"}, {"layer": "CircuitBreaker"}, {"layer": "Retry"}"#)

    @Test func `a layer whose options are the same keeps its state`() async throws {
        let first = try load(Self.text)
        _ = try await first.pipeline.respond(to: "Hello")
        let second = try first.reloading(
            PipelineConfiguration(
                parsing: configuration(
                    layers: """
                        {"layer": "Retry", "maximumAttempts": 2}, {"layer": "ExactCache", "lifetime": "stable"},
                        {"layer": "Timeout"}
                        """)))
        let answer = try await second.pipeline.respond(to: "Hello")
        #expect(answer.fallbackLevel == .exactCache)
        #expect(second.layerChanges.kept == ["ExactCache"])
        #expect(second.layerChanges.replaced == ["Retry"])
        #expect(second.layerChanges.added == ["Timeout"])
        #expect(second.layerChanges.removed == ["CircuitBreaker"])
        #expect(second.modelChanges.kept == ["b", "echo/a"])
    }

    @Test func `a layer whose options have changed begins without state`() async throws {
        let first = try load(Self.text)
        _ = try await first.pipeline.respond(to: "Hello")
        let changed = configuration(layers: #"{"layer": "ExactCache", "lifetime": "2h"}"#)
        let second = try first.reloading(PipelineConfiguration(parsing: changed))
        #expect(try await second.pipeline.respond(to: "Hello").fallbackLevel == .primary)
        #expect(second.layerChanges.replaced == ["ExactCache"])
    }

    @Test func `a store of the application outlives a layer whose options have changed`() async throws {
        let parts = ApplicationParts(stores: ["shared": MemoryStore()])
        let first = try load(configuration(layers: #"{"layer": "ExactCache", "store": "shared"}"#), parts: parts)
        _ = try await first.pipeline.respond(to: "Hello")
        let changed = configuration(layers: #"{"layer": "ExactCache", "store": "shared", "staleFor": "2h"}"#)
        let second = try first.reloading(PipelineConfiguration(parsing: changed))
        #expect(try await second.pipeline.respond(to: "Hello").fallbackLevel == .exactCache)
    }

    @Test func `an open breaker stays open over a reload`() async throws {
        let first = try load(Self.text)
        let breaker = try #require(first.pipeline.layer(CircuitBreaker.self))
        breaker.open("echo/a")
        let second = try first.reloading(
            PipelineConfiguration(parsing: configuration(layers: #"{"layer": "CircuitBreaker"}"#)))
        let error = await #expect(throws: ChatError.self) { try await second.pipeline.respond(to: "Hello") }
        #expect(error?.kind.kindName == .circuitOpen)
    }

    @Test func `a layer in a branch is kept by its name`() async throws {
        func text(_ feature: String) -> String {
            configuration(
                layers: """
                    {"layer": "Branch", "cases": [{"name": "chat", "when": {"features": ["\(feature)"]},
                     "layers": [{"layer": "ExactCache"}]}]}
                    """)
        }
        let first = try load(text("x"))
        let scope = CallOptions(scope: CallScope(feature: "x"))
        _ = try await first.pipeline.respond(to: "Hello", options: scope)
        let second = try first.reloading(PipelineConfiguration(parsing: text("y")))
        #expect(second.layerChanges.kept == ["Branch/chat/ExactCache"])
        #expect(second.layer(named: "Branch/chat/ExactCache") is ExactCache)
        let other = CallOptions(scope: CallScope(feature: "y"))
        #expect(try await second.pipeline.respond(to: "Hello", options: other).fallbackLevel == .exactCache)
    }

    @Test func `a changed file makes its layer again`() throws {
        func entries(_ answer: String) -> String {
            #"{"entries": [{"id": "hours", "phrasings": ["When are you open?"], "answer": "\#(answer)"}]}"#
        }
        let files = try TemporaryFiles(["faq.json": entries("9 to 18.")])
        defer { files.remove() }
        let text = configuration(layers: #"{"layer": "StaticFAQ", "entries": "faq.json"}"#)
        let configured = try PipelineConfiguration(parsing: text, directory: files.directory)
        let first = try ConfiguredPipeline(configured, models: .echoing)
        #expect(try first.reloading(configured).layerChanges.kept == ["StaticFAQ"])
        try files.write(entries("10 to 17."), to: "faq.json")
        let second = try first.reloading(configured)
        #expect(second.layerChanges.replaced == ["StaticFAQ"])
        #expect(second.pipeline.layer(StaticFAQ.self)?.index.entries.first?.answer == "10 to 17.")
    }

    @Test func `a model whose key is in a file of another directory is made again`() throws {
        let text = #"{"models": [{"model": "a", "key": {"file": "a.key"}}, "b"]}"#
        let first = try load(text, directory: "/one")
        let second = try first.reloading(PipelineConfiguration(parsing: text, directory: "/two"))
        #expect(second.modelChanges.kept == ["b"])
        #expect(second.modelChanges.replaced == ["a"])
    }

    @Test func `a reload with mistakes changes nothing`() async throws {
        let first = try load(Self.text)
        #expect(throws: ConfigurationError.self) {
            try first.reloading(PipelineConfiguration(parsing: #"{"models": []}"#))
        }
        #expect(try await first.pipeline.respond(to: "Hello").content == "a as echo/a, target a")
    }

    @Test func `calls under way end in the old pipeline`() throws {
        let simulation = Simulation(seed: 3)
        var catalog = ModelCatalog()
        catalog.add("slow", isDefault: true) { asked in
            ClosureModel(asked.modelID) { _, context in
                try await context.runtime.sleep(for: .seconds(5))
                return Completion("late")
            }
        }
        let text = #"{"models": ["slow/a"], "layers": [{"layer": "ExactCache"}, {"layer": "Timeout"}]}"#
        let first = try load(text, models: catalog)
        let second = try first.reloading(
            PipelineConfiguration(parsing: #"{"models": ["slow/a"], "layers": [{"layer": "ExactCache"}]}"#))
        let (old, new) = (first.pipeline.running(on: simulation), second.pipeline.running(on: simulation))
        let attempts = try simulation.run {
            async let early = old.respond(to: "Hello")
            try await Runtime(simulation).sleep(for: .seconds(1))
            let late = try await new.respond(to: "Hello")
            return [try await early.attempts.count, late.attempts.count]
        }
        // Both pipelines share the cache, so the second call waits for the answer of the first.
        #expect(attempts == [1, 0])
    }
}
