import LadderCore
import LadderModelFallback
import LadderTesting
import TestSupport
import Testing

@Suite struct LastErrorTests {
    let simulation = Simulation(seed: 9)

    private struct Odd: Error {}

    private func error(_ models: [FakeModel], _ fallback: ModelFallback, attempts: Int? = nil) throws -> ChatError {
        let pipeline = try Pipeline(models: models) { fallback }.requiringComplete().running(on: simulation)
        let caught = #expect(throws: ChatError.self) {
            try simulation.run {
                try await pipeline.respond(to: "hi", options: CallOptions(maximumAttempts: attempts))
            }
        }
        return try #require(caught)
    }

    @Test func `the last real error is thrown with every other beneath it`() throws {
        let models = [
            FakeModel("a", failing: .server), FakeModel("b", failing: .overloaded),
            FakeModel("c", failing: .unauthorized),
        ]
        let error = try error(models, ModelFallback("b", "c"))
        #expect(error.kind == .unauthorized)
        #expect(error.earlierFailures.map(\.kind) == [.overloaded, .server])
        #expect(error.earlierFailures.map(\.target) == ["b", "a"])
        #expect(error.attempts.map(\.error) == [.server, .overloaded, .unauthorized])
    }

    @Test func `a candidate that refuses the request as wrong is the last one asked`() throws {
        let models = [FakeModel("a", failing: .server), FakeModel("b", failing: .invalidRequest), FakeModel("c")]
        let error = try error(models, ModelFallback("b", "c"))
        #expect(error.kind == .invalidRequest)
        #expect(error.earlierFailures.map(\.kind) == [.server])
        #expect(models[2].requests.isEmpty)
    }

    @Test func `after a safety filter refused, only candidates that accept filtered content are asked`() throws {
        let models = [
            FakeModel("a", failing: .server), FakeModel("b", failing: .contentFiltered), FakeModel("c"),
            FakeModel("d", failing: .server),
        ]
        let error = try error(
            models, ModelFallback("b", "c", FallbackCandidate("d", acceptsFiltered: true)))
        #expect(error.kind == .server)
        #expect(models.map(\.requests.count) == [1, 1, 0, 1])
    }

    @Test func `the error of a model that was asked takes precedence over a breaker's refusal`() throws {
        let models = [FakeModel("a", failing: .server), FakeModel("b", failing: .circuitOpen(until: .distantFuture))]
        let error = try error(models, ModelFallback("b"))
        #expect(error.kind == .server)
        #expect(error.earlierFailures.count == 1)
    }

    @Test func `text of a cut answer survives, with the level it came from`() throws {
        func cutting(_ name: String) -> FakeModel {
            FakeModel(name) { _, _, _ in
                var error = ChatError(.timedOut(.silence))
                error.partialText = "text of \(name)"
                throw error
            }
        }
        let fallback = ModelFallback("b", "c")
        let last = try error([cutting("a"), FakeModel("b", failing: .server), cutting("c")], fallback)
        #expect(last.partialText == "text of c")
        #expect(last.partialLevel == .fallbackModel)
        let first = try error(
            [cutting("a"), FakeModel("b", failing: .server), FakeModel("c", failing: .server)], fallback)
        #expect(first.partialText == "text of a")
        #expect(first.partialLevel == nil)
        #expect(first.kind == .timedOut(.silence))
        #expect(first.earlierFailures.map(\.target) == ["c", "b"])
        let middle = try error([cutting("a"), cutting("b"), FakeModel("c", failing: .server)], fallback)
        #expect(middle.partialText == "text of b")
        #expect(middle.partialLevel == .fallbackModel)
    }

    @Test func `a cut answer of a candidate reaches the caller at its level`() throws {
        let cut = FakeModel("b") { _, _, _ in
            var error = ChatError(.timedOut(.total))
            error.partialText = "half"
            throw error
        }
        let pipeline = try Pipeline(models: [FakeModel("a", failing: .server), cut]) { ModelFallback("b") }
            .running(on: simulation)
        let response = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(response.content == "half")
        #expect(response.fallbackLevel == .fallbackModel)
        #expect(response.model == "b")
    }

    @Test func `3 × 3 × 3 attempts never happen: the call's limit holds and the real error is kept`() throws {
        let models = ["a", "b", "c"].map { FakeModel($0, failing: .server) }
        let thrice = Layer { request, context, next in
            for _ in 0..<2 {
                do { return try await next(request, context) } catch let error as ChatError where error.kind == .server
                {}
            }
            return try await next(request, context)
        }
        let pipeline = try Pipeline(models: models) {
            thrice
            ModelFallback("b", "c")
            thrice
        }.limited(attempts: 4).running(on: simulation)
        let caught = #expect(throws: ChatError.self) { try simulation.run { try await pipeline.respond(to: "hi") } }
        let error = try #require(caught)
        #expect(error.attempts.count == 4)
        #expect(models.map(\.requests.count).reduce(0, +) == 4)
        #expect(([error] + error.earlierFailures).contains { $0.kind == .server })
    }

    @Test func `without attempts left the real error is thrown, and no candidate is asked`() throws {
        let models = [FakeModel("a", failing: .overloaded), FakeModel("b")]
        let error = try error(models, ModelFallback("b"), attempts: 1)
        #expect(error.kind == .overloaded)
        #expect(models[1].requests.isEmpty)
    }

    @Test func `past the deadline the real error is thrown, and no candidate is asked`() throws {
        let late = FakeModel("a", failing: .server)
        let second = FakeModel("b")
        let slow = Layer { request, context, next in
            do { return try await next(request, context) } catch {
                try await context.runtime.sleep(for: .seconds(10))
                throw error
            }
        }
        let pipeline = try Pipeline(models: [late, second]) {
            ModelFallback("b")
            slow
        }.running(on: simulation)
        let caught = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(5))) }
        }
        #expect(caught?.kind == .server)
        #expect(second.requests.isEmpty)
    }

    @Test func `an error of another type asks a candidate, and is thrown unchanged when there is none`() throws {
        let odd = Layer { request, context, next in
            if request.model == "a" { throw Odd() }
            return try await next(request, context)
        }
        let models = [FakeModel("a"), FakeModel("b"), FakeModel("c", failing: .server)]
        let helped = try Pipeline(models: models) {
            ModelFallback("b")
            odd
        }.running(on: simulation)
        #expect(try simulation.run { try await helped.respond(to: "hi").model } == "b")
        let alone = try Pipeline(models: models) {
            ModelFallback("a")
            odd
        }.running(on: simulation)
        #expect(throws: Odd.self) { try simulation.run { try await alone.respond(to: "hi") } }
        let lost = try Pipeline(models: models) {
            ModelFallback("c")
            odd
        }.running(on: simulation)
        let caught = #expect(throws: ChatError.self) { try simulation.run { try await lost.respond(to: "hi") } }
        #expect(caught?.earlierFailures.first?.underlying is Odd)
    }

    @Test func `cancellation is thrown, and no candidate is asked`() throws {
        let models = [
            FakeModel("a") { _, context, _ in
                try await context.runtime.sleep(for: .seconds(60))
                return Reply(model: "a", Completion("late"))
            },
            FakeModel("b"),
        ]
        let simulation = simulation
        let pipeline = try Pipeline(models: models) { ModelFallback("b") }.running(on: simulation)
        try simulation.run {
            let task = Task(executorPreference: simulation) { try await pipeline.respond(to: "hi") }
            try await simulation.sleep(until: simulation.now + .seconds(1))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        #expect(models[1].requests.isEmpty)
    }
}
