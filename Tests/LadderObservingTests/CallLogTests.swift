@testable import LadderObserving
import LadderCore
import LadderJSON
import LadderTesting
import Testing

private let start = WallTime(secondsSince1970: 1_767_225_600)

private func line(_ kind: CallEvent.Kind, scope: CallScope = CallScope()) -> String {
    CallLog.line(of: CallEvent(callID: "7", scope: scope, callStart: start, kind: kind))
}

@Suite struct CallLogTests {
    @Test(arguments: 1...8) func `an event is equal after it is written and read`(seed: UInt64) throws {
        var generated = GeneratedEvents(seed: seed)
        for _ in 0..<1_500 {
            let event = generated.event()
            let line = CallLog.line(of: event)
            #expect(!line.utf8.contains { $0 < 32 })
            let read = try CallLog.read(line)
            #expect(ComparableEvent(read) == ComparableEvent(event))
            #expect(CallLog.line(of: read) == line)
        }
    }

    @Test(arguments: ["\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
    func `a line contains no line break of Unicode`(lineBreak: String) throws {
        let id = "a" + lineBreak + "b"
        let event = CallEvent(callID: id, scope: CallScope(user: id), callStart: start, kind: .dropped(1))
        let line = CallLog.line(of: event)
        #expect(!line.contains { $0.isNewline })
        #expect(try CallLog.read(line).callID.utf8.elementsEqual(id.utf8))
    }

    @Test func `the format of each line is stable`() {
        let scope = CallScope(tenant: "acme", user: "ada", feature: "chat", tags: ["b": "2", "a": "1"])
        #expect(
            line(.began(BeganCall(model: "m", delivery: .streamed, messages: 2, textBytes: 90)), scope: scope)
                == #"{"began":{"delivery":"streamed","messages":2,"model":"m","textBytes":90},"call":"7","#
                + #""scope":{"feature":"chat","tags":{"a":"1","b":"2"},"tenant":"acme","user":"ada"},"#
                + #""start":1767225600000000000,"time":"2026-01-01T00:00:00.000Z","v":1}"#)
        let step = TraceEvent(
            stage: "Retry", verdict: .retrying, reason: "throttled", offset: .milliseconds(5),
            detail: .wait(.seconds(2)))
        #expect(
            line(.step(step)).hasPrefix(
                #"{"call":"7","start":1767225600000000000,"step":{"detail":{"wait":2000000000},"offset":5000000,"#
                    + #""reason":"throttled","stage":"Retry","verdict":"retrying"},"#))
        var attempt = Attempt(target: "m", start: .origin)
        var error = ChatError(.throttled(retryAfter: .seconds(1)))
        error.status = 429
        error.providerCode = "slow_down"
        error.requestID = "req_1"
        attempt.fail(with: error)
        let summary = CallSummary(
            level: .staticFAQ, model: "faq", finishReason: .stop, error: nil, wasAbandoned: false,
            usage: Usage(inputTokens: 3, outputTokens: 4), cost: Money(picodollars: 9), latency: .nanoseconds(8),
            timeToFirstContent: nil, attempts: [attempt])
        #expect(
            line(.ended(summary)).hasPrefix(
                #"{"call":"7","ended":{"attempts":[{"code":"slow_down","error":{"kind":"throttled","#
                    + #""retryAfter":1000000000},"request":"req_1","start":0,"status":429,"#
                    + #""target":"m"}],"finish":"stop","latency":8,"level":"staticFAQ","model":"faq","picodollars":9,"#
                    + #""usage":{"input":3,"output":4}},"#))
        #expect(line(.dropped(12)).hasPrefix(#"{"call":"7","dropped":12,"start":"#))
    }

    @Test(arguments: [
        (#"{"v":1"#, "line 1, column 7: "),
        (#"{"v":2,"call":"1","start":0,"dropped":1}"#, "$.v is 2; this reader knows 1"),
        (#"{"call":"1","start":0,"dropped":1}"#, "$.v is missing; expected a whole number"),
        (#"{"v":1,"call":"1","start":0}"#, "$ has no event; expected one of began, step, ended, dropped"),
        (#"{"v":1,"start":0,"dropped":1}"#, "$.call is missing; expected a string"),
        (#"{"v":1,"call":"1","start":0,"dropped":"x"}"#, "$.dropped is \"x\"; expected a whole number"),
        (
            #"{"v":1,"call":"1","start":0,"step":{"stage":"s","verdict":"sang","offset":1}}"#,
            "$.step.verdict is \"sang\"; expected "
        ),
        (
            #"{"v":1,"call":"1","start":0,"step":{"stage":"s","verdict":"noted","offset":1,"detail":{"x":1}}}"#,
            "$.step.detail is no detail of a step"
        ),
        (
            #"{"v":1,"call":"1","start":0,"ended":{"latency":1,"usage":{"input":1,"output":1},"attempts":[{"start":1}]}}"#,
            "$.ended.attempts[0].target is missing; expected a string"
        ),
        (
            #"{"v":1,"call":"1","start":0,"ended":{"latency":1,"usage":{"input":1,"output":1},"attempts":[],"error":{"kind":"x"}}}"#,
            "$.ended.error.kind is \"x\"; expected a kind of error"
        ),
    ])
    func `a wrong line is refused with its fault`(text: String, fault: String) throws {
        let error = try #require(throws: InvalidJSONDocument.self) { try CallLog.read(text) }
        #expect(error.problems.first?.hasPrefix(fault) == true, "\(error.problems)")
    }

    @Test func `cut and changed lines never trap`() {
        var generated = GeneratedEvents(seed: 3)
        var random = SeededRandom(seed: 3)
        for _ in 0..<300 {
            var bytes = Array(CallLog.line(of: generated.event()).utf8)
            let position = Int.random(in: 0..<bytes.count, using: &random)
            if Bool.random(using: &random) { bytes.removeSubrange(position...) } else { bytes[position] = 34 }
            guard let event = try? CallLog.read(String(decoding: bytes, as: UTF8.self)) else { continue }
            #expect(!CallLog.line(of: event).isEmpty)
        }
    }

    @Test func `the log has a pipeline's calls from beginning to end`() throws {
        let simulation = Simulation(seed: 2)
        let buffer = CallLogBuffer()
        let model = ClosureModel("gpt-4o") { _ in
            Completion("secret answer", usage: Usage(inputTokens: 1_000, outputTokens: 200))
        }
        let pipeline = try Pipeline(model: model).running(on: simulation).observing(CallLog(into: buffer))
        let answer = try simulation.run {
            try await pipeline.respond(
                to: "secret prompt", options: CallOptions(scope: CallScope(tenant: "acme"), timeLimit: .seconds(5)))
        }
        let events = try buffer.lines.map { ComparableEvent(try CallLog.read($0)) }
        #expect(events.count == 3)
        #expect(events[0].began == BeganCall(model: "gpt-4o", delivery: .whole, messages: 1, textBytes: 13))
        #expect(events.compactMap(\.step) == answer.trace.events)
        #expect(events[2].ended?.attempts == answer.attempts)
        #expect(events[2].ended?.cost == answer.cost && answer.cost != nil)
        #expect(events[2].ended?.usage == answer.usage)
        #expect(Set(events.map(\.scope.tenant)) == ["acme"])
        #expect(Set(events.map(\.callStart)) == [start])
        #expect(!buffer.lines.joined().contains("secret"))
    }

    @Test func `a full buffer keeps the newest lines`() {
        let buffer = CallLogBuffer(capacity: 3)
        for number in 1...8 { buffer.add("\(number)") }
        #expect(buffer.lines == ["6", "7", "8"])
        #expect(buffer.dropped == 5)
        #expect(CallLogBuffer(capacity: -1).capacity == 1)
    }
}
