import LadderTesting
import Testing

@testable import LadderCore

/// Answers that are cut, and what their callers get.
@Suite struct CutTests {
    @Test(arguments: [false, true])
    func `a cut stream ends as partial, with all that was said`(hasLimits: Bool) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .cut(after: 2, .overloaded))).running(on: simulation)
        let options = CallOptions(timeLimit: hasLimits ? .seconds(60) : nil)
        let (chunks, reason) = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi", options: options)
            var chunks: [ReplyChunk] = []
            for try await chunk in stream { chunks.append(chunk) }
            return (chunks, stream.finishReason)
        }
        let usage = Usage(inputTokens: 1, outputTokens: 2, isEstimated: true)
        #expect(
            chunks == [
                .text("tok "), .text("tok "), .finished(.partial(.error(.overloaded)), usage: usage),
            ])
        #expect(reason == .partial(.error(.overloaded)))
    }

    @Test(arguments: [false, true])
    func `requiringComplete throws instead, with the text`(isStreamed: Bool) throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stallAfter(2))) { Limits(silence: .seconds(2)) }
            .running(on: simulation).requiringComplete()
        let error = #expect(throws: ChatError.self) {
            try simulation.run {
                isStreamed
                    ? try await pipeline.streamResponse(to: "hi").collect() : try await pipeline.respond(to: "hi")
            }
        }
        #expect(error?.kind == .timedOut(.silence))
        #expect(error?.partialText == "tok tok ")
        #expect(error?.usage == Usage(inputTokens: 1, outputTokens: 2, isEstimated: true))
        #expect(error?.attempts.count == 1)
        #expect(simulation.alive.isEmpty)
    }

    @Test func `a whole answer that was cut and not cured is partial`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stallAfter(2))) { Limits(silence: .seconds(2)) }
            .running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.content == "tok tok ")
        #expect(answer.finishReason == .partial(.error(.timedOut(.silence))))
        #expect(answer.fallbackLevel == .primary)
        #expect(answer.model == "m")
        #expect(answer.explain().contains("the answer was cut: the answer fell silent"))
    }

    @Test func `a whole answer that is cut is cured by asking again`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .stallAfter(2), .reply("whole"))
        let pipeline = try Pipeline(model: model) {
            Again()
            Limits(silence: .seconds(2))
        }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.respond(to: "hi") }
        #expect(answer.content == "whole")
        #expect(answer.finishReason == .stop)
        #expect(answer.attempts.map(\.error) == [.timedOut(.silence), nil])
    }

    @Test func `a stream that has begun is not asked for again`() throws {
        let simulation = Simulation()
        let model = ScriptedModel("m", .cut(after: 1), .reply("never"))
        let pipeline = try Pipeline(model: model) { Again() }.running(on: simulation)
        let answer = try simulation.run { try await pipeline.streamResponse(to: "hi").collect() }
        #expect(answer.content == "tok ")
        #expect(model.attempts.count == 1)
    }

    @Test func `a slow reader gets a cut answer that says so`() throws {
        let simulation = Simulation()
        let seen = RecordingMiddleware()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a", "b", "c"]))) {
            seen
        }.running(on: simulation)
        let reason = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi", options: CallOptions(timeLimit: .seconds(5)))
            try await simulation.sleep(until: Instant(sinceOrigin: .seconds(9)))
            return try await stream.collect().finishReason
        }
        #expect(reason == .partial(.readerTooSlow))
        guard case .failed(let error)? = seen.records.first?.outcome?.result else {
            Issue.record("a limit cuts, it does not abandon")
            return
        }
        #expect(error.kind == .timedOut(.reader))
    }

    @Test func `a deadline is an attempt's failure also where text is changed`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stallAfter(2))) { Shout() }.running(on: simulation)
        let answer = try simulation.run {
            try await pipeline.streamResponse(to: "hi", options: CallOptions(timeLimit: .seconds(5))).collect()
        }
        #expect(answer.content == "TOK TOK ")
        #expect(answer.finishReason == .partial(.error(.deadlineExceeded)))
        #expect(answer.usage == Usage(inputTokens: 1, outputTokens: 2, isEstimated: true))
        #expect(answer.attempts.map(\.error) == [.deadlineExceeded])
    }

    @Test func `a second reader is refused, and the first gets the whole answer`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a", "b"], every: .seconds(1))))
            .running(on: simulation)
        let (error, answer, before) = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
            return try await withThrowingTaskGroup(of: ChatResponse.self) { group in
                group.addTask { try await stream.collect() }
                try await simulation.sleep(until: Instant(sinceOrigin: .milliseconds(500)))
                var refusal: ChatError?
                do { _ = try await stream.next() } catch { refusal = error as? ChatError }
                let before = stream.finishReason
                let answer = try await group.next()
                return (refusal, answer, before)
            }
        }
        #expect(error?.kind == .invalidRequest)
        #expect(before == nil)
        #expect(answer?.content == "ab")
        #expect(answer?.finishReason == .stop)
    }
}
