import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// An answer that was cut further below, in a pipeline that is another one's model.
@Suite struct CutBelowTests {
    private func inner(_ simulation: Simulation) throws -> Pipeline {
        try Pipeline(model: ScriptedModel("below", .cut(after: 2, .overloaded))) { Limits(silence: .seconds(60)) }
            .running(on: simulation)
    }

    private func outer(over inner: Pipeline, _ seen: RecordingMiddleware, on simulation: Simulation) throws -> Pipeline
    {
        let model = FakeModel("m", streams: true) { _, context, _ in
            if context.delivery == .whole {
                return Reply(model: "m", try await inner.respond(to: "hi").completion)
            }
            return try await Reply.live(
                model: "m", from: SequenceSource(try await inner.streamResponse(to: "hi")))
        }
        return try Pipeline(model: model) { seen }.running(on: simulation)
    }

    @Test(arguments: [false, true], [nil, Duration.seconds(60)])
    func `a live answer stays cut, and counts as a failed attempt`(isStreamed: Bool, limit: Duration?) throws {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try outer(over: inner(simulation), seen, on: simulation)
        let answer = try simulation.run {
            let options = CallOptions(timeLimit: limit)
            return isStreamed
                ? try await pipeline.streamResponse(to: "hi", options: options).collect()
                : try await pipeline.respond(to: "hi", options: options)
        }
        #expect(answer.content == "tok tok ")
        #expect(answer.finishReason == .partial(.error(.overloaded)))
        #expect(answer.attempts.map(\.error) == [.overloaded])
        #expect(answer.usage == Usage(inputTokens: 1, outputTokens: 2, isEstimated: true))
        #expect(answer.attempts.map(\.usage) == [answer.usage])
        if isStreamed {
            guard case .failed(let error)? = seen.records.first?.outcome?.result else {
                Issue.record("the outcome is not failed")
                return
            }
            #expect(error.kind == .overloaded)
        }
    }

    @Test(arguments: [false, true])
    func `requiringComplete throws`(isStreamed: Bool) throws {
        let simulation = Simulation()
        let pipeline = try outer(over: inner(simulation), RecordingMiddleware(), on: simulation).requiringComplete()
        let error = #expect(throws: ChatError.self) {
            try simulation.run {
                isStreamed
                    ? try await pipeline.streamResponse(to: "hi").collect() : try await pipeline.respond(to: "hi")
            }
        }
        #expect(error?.kind == .overloaded)
        #expect(error?.partialText == "tok tok ")
    }

    @Test func `a cut before any content is thrown`() async {
        let error = await #expect(throws: ChatError.self) {
            try await Reply.live(
                model: "m", from: Pieces(.finished(.partial(.readerTooSlow), usage: Usage(inputTokens: 3))))
        }
        #expect(error?.kind == .timedOut(.reader))
        #expect(error?.usage?.inputTokens == 3)
    }

    @Test func `a cut among the pieces a reply begins with is one`() async {
        let live = LiveReply(Pieces(), after: [.text("a"), .finished(.partial(.error(.server)))])
        let error = await #expect(throws: ChatError.self) { try await live.collect() }
        #expect(error?.kind == .server)
        #expect(error?.partialText == "a")
    }
}
