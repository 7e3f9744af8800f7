import LadderTesting
import Testing

@testable import LadderCore

private struct Listening: Middleware {
    let received = ReceivedFeedback()

    final class ReceivedFeedback: Sendable {
        let all = Locked<[AnswerFeedback]>([])
    }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await next(request, context)
    }

    func receive(feedback: AnswerFeedback) async {
        received.all.withLock { $0.append(feedback) }
    }
}

@Suite struct AnswerFeedbackTests {
    @Test func `a report about an answer reaches every layer, with the id of the call`() throws {
        let simulation = Simulation(seed: 1)
        let (outer, inner) = (Listening(), Listening())
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))) {
            outer
            inner
        }.running(on: simulation)
        let id = try simulation.run {
            let response = try await pipeline.respond(to: "q")
            await pipeline.report(wrongAnswer: response.id)
            await pipeline.report(rightAnswer: response.id, entry: "e")
            return response.id
        }
        for layer in [outer, inner] {
            #expect(
                layer.received.all.withLock { $0 } == [
                    AnswerFeedback(callID: id, isRight: false), AnswerFeedback(callID: id, entry: "e", isRight: true),
                ])
        }
    }

    @Test func `a whole answer, a stream and the trace name the call by the same id`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: ScriptedModel("m", .reply("hi"))).running(on: simulation)
        try simulation.run {
            let whole = try await pipeline.respond(to: "q", options: CallOptions(id: "my-id"))
            #expect(whole.id == "my-id")
            #expect(whole.trace.callID == "my-id")
            #expect(try await pipeline.streamResponse(to: "q", options: CallOptions(id: "my-id")).id == "my-id")
        }
    }
}
