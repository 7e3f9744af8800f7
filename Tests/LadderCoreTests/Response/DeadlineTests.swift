import LadderTesting
import Testing

@testable import LadderCore

@Suite struct DeadlineTests {
    private func at(_ seconds: Int) -> Instant { Instant(sinceOrigin: .seconds(seconds)) }

    @Test func `the earlier of deadline and time limit counts, before the pipeline's own`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m")
        let pipeline = try Pipeline(model: model).running(on: simulation).limited(timeLimit: .seconds(3))
        try simulation.run {
            let options: [CallOptions] = [
                CallOptions(), CallOptions(timeLimit: .seconds(9)), CallOptions(deadline: at(20)),
                CallOptions(deadline: at(20), timeLimit: .seconds(9)),
                CallOptions(deadline: at(5), timeLimit: .seconds(9)),
            ]
            for options in options { _ = try await pipeline.respond(to: "hi", options: options) }
        }
        #expect(model.attempts.map(\.deadline) == [at(3), at(9), at(20), at(9), at(5)])
    }

    @Test func `after the deadline no model is asked, and the last real error is beneath`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.overloaded, after: .seconds(4)))
        let pipeline = try Pipeline(model: model) {
            Layer { request, context, next in
                do { return try await next(request, context) } catch {}
                try await context.runtime.sleep(for: .seconds(1))
                return try await next(request, context)
            }
        }.running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(5))) }
        }
        #expect(error?.kind == .deadlineExceeded)
        #expect(error?.lastRealError?.kind == .overloaded)
        #expect(error?.occurredDuringAttempt == false)
        #expect(error?.attempts.count == 1)
        #expect(model.attempts.count == 1)
    }

    @Test func `a deadline met while a model is asked says so`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall)).running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: .seconds(5))) }
        }
        #expect(error?.kind == .deadlineExceeded)
        #expect(error?.occurredDuringAttempt == true)
        #expect(simulation.now == at(5))
    }

    @Test(arguments: [false, true])
    func `an answer that is whole is delivered after the deadline`(isStreamed: Bool) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                let reply = try await next(request, context)
                let whole = try await reply.collect()
                try await context.runtime.sleep(for: .seconds(60))
                return reply.replacing(with: whole)
            }
        }.running(on: simulation)
        let options = CallOptions(timeLimit: .seconds(5))
        let answer = try simulation.run {
            guard isStreamed else { return try await pipeline.respond(to: "hi", options: options) }
            let stream = try await pipeline.streamResponse(to: "hi", options: options)
            try await simulation.sleep(until: at(600))
            return try await stream.collect()
        }
        #expect(answer.content == "ok")
        #expect(answer.finishReason == .stop)
    }

    @Test func `no more attempts, and the last real error is beneath`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.overloaded))
        let pipeline = try Pipeline(model: model) { Again(times: 10) }.running(on: simulation)
        let error = #expect(throws: ChatError.self) {
            try simulation.run { try await pipeline.respond(to: "hi", options: CallOptions(maximumAttempts: 2)) }
        }
        #expect(error?.kind == .attemptsExhausted)
        #expect(error?.lastRealError?.kind == .overloaded)
        #expect(error?.attempts.map(\.error) == [.overloaded, .overloaded])
        #expect(model.attempts.count == 2)
    }

    @Test func `no model is asked for a caller that has left`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m")
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let isCancellation = try simulation.run {
            await withTaskGroup(of: Bool.self) { group in
                group.cancelAll()
                group.addTask {
                    do {
                        _ = try await pipeline.respond(to: "hi")
                        return false
                    } catch { return error is CancellationError }
                }
                return await group.next()
            }
        }
        #expect(isCancellation == true)
        #expect(model.attempts.isEmpty)
    }

    @Test func `a CancellationError of a model's own is the server's`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .fail(CancellationError()))).running(on: simulation)
        for limit in [nil, Duration.seconds(5)] {
            let error = #expect(throws: ChatError.self) {
                try simulation.run { try await pipeline.respond(to: "hi", options: CallOptions(timeLimit: limit)) }
            }
            #expect(error?.kind == .server)
            #expect(error?.underlying is CancellationError)
        }
    }
}
