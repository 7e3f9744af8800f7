import LadderTesting
import Testing

@testable import LadderCore

@Suite struct CallRecordTests {
    @Test func `the trace is bounded and counts what did not fit`() {
        var record = CallRecord()
        for number in 1...1_000 {
            record.append(TraceEvent(stage: "\(number)", verdict: .noted, offset: .zero))
        }
        #expect(record.trace.events.count == CallRecord.maximumEvents)
        #expect(record.trace.events.first?.stage == "1")
        #expect(record.trace.dropped == 1_000 - CallRecord.maximumEvents)
        #expect(record.trace.description.contains("744 more that did not fit"))
    }

    @Test func `a response tells of what did not fit`() throws {
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

    private func spent(_ attempts: (tokens: Int?, cost: Money?)...) -> Spend {
        var record = CallRecord()
        for attempt in attempts {
            let index = record.begin(Attempt(target: "m", start: .origin))
            record.end(
                index, at: .origin, isHead: true, usage: attempt.tokens.map { Usage(outputTokens: $0) },
                cost: attempt.cost, error: nil)
        }
        return record.spent
    }

    @Test func `what was spent adds up, and saturates`() {
        let one = Money.dollars(1)
        #expect(spent() == Spend(tokens: 0, money: .zero))
        #expect(spent((5, one), (7, one)) == Spend(tokens: 12, money: .dollars(2)))
        #expect(spent((.max, .maximum), (.max, .maximum)) == Spend(tokens: .max, money: .maximum))
        #expect(spent((-5, one)) == Spend(tokens: 0, money: .zero))
    }

    @Test func `one unknown price makes the sum unknown, unless nothing was used`() {
        #expect(spent((5, .dollars(1)), (7, nil)) == Spend(tokens: 12, money: nil))
        #expect(spent((7, nil), (5, .dollars(1))).money == nil)
        #expect(spent((0, nil), (nil, nil), (5, .dollars(1))) == Spend(tokens: 5, money: .dollars(1)))
    }

    @Test func `the last error stays when a later attempt succeeds`() {
        var record = CallRecord()
        let first = record.begin(Attempt(target: "m", start: .origin))
        record.end(first, at: .origin, isHead: false, usage: nil, cost: nil, error: ChatError(.overloaded))
        let second = record.begin(Attempt(target: "m", start: .origin))
        record.end(second, at: .origin, isHead: true, usage: nil, cost: nil, error: nil)
        #expect(record.lastError?.kind == .overloaded)
        #expect(record.attempts.map(\.error) == [.overloaded, nil])
        #expect(record.attempts.map(\.head) == [nil, .origin])
    }
}
