import Ladder
import LadderJSON
import LadderTesting
import Testing

/// The facts that show which request failed and why.
@Suite struct WhatFailedTests {
    private func provider(_ id: String) -> ChatError {
        ChatError(status: 503, headers: ["x-request-id": id], body: Array(#"{"error":{"code":"busy"}}"#.utf8))
    }

    @Test func `a failure that was recovered from still has its request id`() throws {
        let simulation = Simulation(seed: 1)
        let model = ScriptedModel("m", .fail(provider("req_1")), .reply("ok"))
        let pipeline = try Pipeline(model: model) { Retry() }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        let failed = try #require(answer.attempts.first)
        #expect(failed.status == 503)
        #expect(failed.requestID == "req_1")
        #expect(answer.explain().contains("model failed m: overloaded (503, busy, req_1)"))
        #expect(answer.attempts.last?.status == nil)
    }

    @Test func `the trace names the limit that passed`() throws {
        let simulation = Simulation(seed: 1)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stall)) {
            StaticFAQ([])
            Timeout(firstToken: .seconds(2), silence: nil, total: nil)
        }
        .running(on: simulation)
        let apology = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(apology.attempts.first?.error == .timedOut(.firstToken))
        #expect(apology.explain().contains("model failed m: timed out (first token)"))
    }

    @Test func `an error of another type is named, and broken JSON is no server error`() {
        struct Hiccup: Error {}
        #expect(ChatError(wrapping: Hiccup()).message.hasSuffix("(Hiccup)"))
        #expect(ChatError(wrapping: Hiccup()).kind == .server)
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "{") }
        #expect(error.map { ChatError(wrapping: $0).kind } == .invalidOutput)
    }

    @Test(arguments: [Duration?.none, .seconds(9)])
    func `an empty answer is none, whole or streamed`(limit: Duration?) throws {
        for (reason, kind) in [(FinishReason.stop, ChatError.Kind.invalidOutput), (.filtered, .contentFiltered)] {
            let usage = Usage(inputTokens: 3, outputTokens: 0)
            let empty = ClosureModel("empty") { _ in Completion("", finishReason: reason, usage: usage) }
            let pipeline = try Pipeline(models: [empty, ScriptedModel("other", .reply("here"))]) {
                ModelFallback(FallbackCandidate("other", acceptsFiltered: true))
            }
            let simulation = Simulation(seed: 1)
            let options = CallOptions(timeLimit: limit)
            let answer = try simulation.run { [pipeline = pipeline.running(on: simulation)] in
                try await pipeline.respond(to: "hi", options: options)
            }
            #expect(answer.content == "here")
            #expect(answer.attempts.first?.error == kind)
            #expect(answer.attempts.first?.usage == usage)
        }
    }
}
