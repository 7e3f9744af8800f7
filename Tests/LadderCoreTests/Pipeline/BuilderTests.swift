import LadderTesting
import Testing

@testable import LadderCore

private struct Named: Middleware {
    let name: String

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        context.note(.noted, by: name)
        return try await next(request, context)
    }
}

private struct Extra: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }
}

@Suite struct BuilderTests {
    private func order(of pipeline: Pipeline) throws -> [String] {
        let simulation = Simulation()
        let pipeline = pipeline.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        return answer.trace.events.filter { $0.verdict == .noted }.map(\.stage)
    }

    @Test(arguments: [false, true])
    func `lines, branches, loops and arrays keep their order`(flag: Bool) throws {
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Named(name: "first")
            if flag { Named(name: "if") }
            if flag {
                Named(name: "then")
            } else {
                Named(name: "else")
                Named(name: "also else")
            }
            for number in 1...2 { Named(name: "loop \(number)") }
            [Named(name: "list") as any Middleware, Named(name: "of layers")]
            Named(name: "last")
        }
        let branch = flag ? ["if", "then"] : ["else", "also else"]
        #expect(try order(of: pipeline) == ["first"] + branch + ["loop 1", "loop 2", "list", "of layers", "last"])
    }

    @Test func `an array of layers makes the same pipeline`() throws {
        let layers: [any Middleware] = [Named(name: "first"), Named(name: "second")]
        #expect(try order(of: Pipeline(model: ScriptedModel("m"), layers: layers)) == ["first", "second"])
        let models = [ScriptedModel("m"), ScriptedModel("n")]
        let pipeline = try Pipeline(models: models, layers: layers)
        #expect(try order(of: pipeline) == ["first", "second"])
        #expect(pipeline.models.map(\.name) == ["m", "n"])
        #expect(throws: ConfigurationError.self) { try Pipeline(models: [], layers: layers) }
    }

    @Test func `a pipeline needs no layers`() throws {
        #expect(try Pipeline(model: ScriptedModel("m")).layers.isEmpty)
        #expect(try order(of: Pipeline(model: ScriptedModel("m")) {}) == [])
    }

    @Test func `every layer of a type is replaced or removed, and one is inserted before the first`() throws {
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Extra()
            Named(name: "a")
            Extra()
            Named(name: "b")
        }
        #expect(try order(of: pipeline.removing(Named.self)) == [])
        #expect(try order(of: pipeline.replacing(Extra.self, with: Named(name: "x"))) == ["x", "a", "x", "b"])
        #expect(try order(of: pipeline.inserting(Named(name: "x"), before: Named.self)) == ["x", "a", "b"])
        #expect(try order(of: pipeline.inserting(outermost: Named(name: "x"))) == ["x", "a", "b"])
        #expect(pipeline.layer(Named.self)?.name == "a")
        #expect(pipeline.layer(Limits.self) == nil)
    }

    @Test func `an edited pipeline shares the state of its layers`() throws {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            seen
            Extra()
        }.running(on: simulation)
        let edited = try pipeline.removing(Extra.self)
        try simulation.run {
            _ = try await pipeline.respond(to: "one")
            _ = try await edited.respond(to: "two")
        }
        #expect(seen.requests.map(\.lastUserText) == ["one", "two"])
        #expect(edited.layer(RecordingMiddleware.self)?.records.count == 2)
        // Calls of copies have numbers of their own.
        #expect(Set(seen.records.map(\.context.call.id)).count == 2)
    }

    @Test func `an edit keeps models, prices, limits and the runtime`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.server))
        let book = try PriceBook(
            parsing: #"{"date": "2026-01-01", "models": {"m": {"input": "1", "output": "1"}}}"#)
        let pipeline = try Pipeline(model: model) { Extra() }.running(on: simulation)
            .limited(attempts: 3, timeLimit: .seconds(7)).priced(by: book).requiringComplete()
        let edited = try pipeline.replacing(Extra.self, with: Again(times: 9))
        let error = #expect(throws: ChatError.self) { try simulation.run { try await edited.respond(to: "hi") } }
        #expect(error?.kind == .attemptsExhausted)
        #expect(model.attempts.map(\.deadline) == Array(repeating: Instant(sinceOrigin: .seconds(7)), count: 3))
        #expect(edited.prices.price(of: "m") != nil)
        #expect(edited.models.map(\.name) == ["m"])
    }
}
