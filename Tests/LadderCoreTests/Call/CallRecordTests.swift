import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite struct CallRecordTests {
    @Test func `the trace is bounded and counts what did not fit`() {
        var record = CallRecord()
        for number in 1...1_000 {
            record.append(TraceEvent(stage: "\(number)", verdict: .noted, offset: .zero))
        }
        let trace = record.trace
        #expect(trace.events.count == CallRecord.maximumEvents)
        #expect(trace.events.first?.stage == "1")
        #expect(trace.dropped == 1_000 - CallRecord.maximumEvents)
        #expect(trace.description.contains("744 more that did not fit"))
    }

    @Test func `a response counts the decisions that did not fit`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                for _ in 1...300 { context.note(.noted, by: "chatty") }
                return try await next(request, context)
            }
        }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.trace.events.count == 256)
        #expect(answer.trace.dropped >= 44)
        #expect(answer.explain().contains("more that did not fit"))
    }

    @Test(arguments: [false, true])
    func `every answer has its line in order, with and without an observer`(isObserved: Bool) throws {
        let simulation = Simulation()
        let model = ScriptedModel("m")
        let silent = try Pipeline(model: model) {
            Layer { request, context, next in
                context.note(.noted, by: "twice", reason: "before")
                _ = try await next(request, context)
                try await context.runtime.sleep(for: .seconds(1))
                context.note(.noted, by: "twice", reason: "between")
                let reply = try await next(request, context)
                context.note(.noted, by: "twice", reason: "after")
                return reply
            }
        }.running(on: simulation)
        let pipeline = isObserved ? silent.observing { _ in } : silent
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        let tokens = answer.usage.totalTokens
        #expect(tokens > 0)
        #expect(
            answer.trace.description == """
                +0 ms twice noted: before
                +0 ms model answered \(tokens) tokens: m
                +1 s twice noted: between
                +1 s model answered \(tokens) tokens: m
                +1 s twice noted: after
                """)
        #expect(answer.attempts.map(\.timeToFirstContent) == [.zero, .zero])
    }

    @Test func `an answer that does not fit is counted too`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                for _ in 1...CallRecord.maximumEvents { context.note(.noted, by: "chatty") }
                return try await next(request, context)
            }
        }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.trace.events.allSatisfy { $0.stage == "chatty" })
        #expect(answer.trace.dropped == 1)
    }

    @Test func `an answer takes the place of one line, also from later lines`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m")) {
            Layer { request, context, next in
                let reply = try await next(request, context)
                for _ in 1...CallRecord.maximumEvents { context.note(.noted, by: "chatty") }
                return reply
            }
        }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.trace.events.first?.verdict == .answered)
        #expect(answer.trace.events.count == CallRecord.maximumEvents)
        #expect(answer.trace.dropped == 1)
    }

    private func spent(_ attempts: (tokens: Int?, cost: Money?)...) -> TokenSpend {
        var record = CallRecord()
        for attempt in attempts {
            let index = record.begin(Attempt(target: "m", start: .origin))
            record.attempts[index].usage = attempt.tokens.map { Usage(outputTokens: $0) }
            record.attempts[index].cost = attempt.cost
        }
        return record.spent
    }

    @Test func `the spend of all attempts adds up and saturates`() {
        let one = Money.dollars(1)
        #expect(spent() == TokenSpend(tokens: 0, money: .zero))
        #expect(spent((5, one), (7, one)) == TokenSpend(tokens: 12, money: .dollars(2)))
        #expect(spent((.max, .maximum), (.max, .maximum)) == TokenSpend(tokens: .max, money: .maximum))
        #expect(spent((-5, one)) == TokenSpend(tokens: 0, money: .zero))
    }

    @Test func `one unknown price makes the sum unknown, unless nothing was used`() {
        #expect(spent((5, .dollars(1)), (7, nil)) == TokenSpend(tokens: 12, money: nil))
        #expect(spent((7, nil), (5, .dollars(1))).money == nil)
        #expect(spent((0, nil), (nil, nil), (5, .dollars(1))) == TokenSpend(tokens: 5, money: .dollars(1)))
    }

    @Test func `the last error stays when a later attempt succeeds`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .fail(.overloaded), .reply("hi"))
        let seen = Shared<Call?>(nil)
        let pipeline = try Pipeline(model: model) {
            Layer { request, context, next in
                seen.change { $0 = context.call }
                return try await next(request, context)
            }
            Again()
        }.running(on: simulation)
        _ = try simulation.run { try await pipeline.respond(to: "hi") }
        let call = try #require(seen.value)
        #expect(call.lastError?.kind == .overloaded)
        #expect(call.attempts.map(\.error) == [.overloaded, nil])
        #expect(call.attempts.map(\.firstContent) == [nil, .origin])
    }
}
