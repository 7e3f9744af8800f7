import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// Two tasks that read one stream at the same time.
@Suite struct TwoReadersTests {
    @Test(arguments: [false, true])
    func `they never harm the answer or its model`(hasLimits: Bool) async throws {
        for _ in 1...300 {
            let source = Pieces(count: 6)
            let seen = RecordingMiddleware()
            let pipeline = try Pipeline(
                model: FakeModel("m", streams: true) { _, _, _ in try await Reply.live(model: "m", from: source) }
            ) { seen }
            let stream = try await pipeline.streamResponse(
                to: "hi", options: CallOptions(timeLimit: hasLimits ? .seconds(60) : nil))
            let kinds = await withTaskGroup(of: [ChatError.Kind].self) { group in
                for _ in 1...2 { group.addTask { await refusals(of: stream) } }
                return await group.reduce(into: []) { $0 += $1 }
            }
            #expect(kinds.allSatisfy { $0 == .invalidRequest })
            #expect(source.asked.value == 7)
            #expect(stream.finishReason == .stop)
            #expect(stream.attempts.map(\.error) == [nil])
            #expect(seen.records.first?.outcome?.isComplete == true)
        }
    }

    @Test(arguments: [false, true], 1...8 as ClosedRange<UInt64>)
    func `the second is refused, and its cancellation leaves the first alone`(hasLimits: Bool, seed: UInt64) throws {
        let simulation = Simulation(seed: seed)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a", "b"], every: .seconds(1))))
            .running(on: simulation)
        let options = CallOptions(timeLimit: hasLimits ? .seconds(60) : nil)
        let answer = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi", options: options)
            _ = try await stream.next()
            return try await withThrowingTaskGroup(of: ChatResponse?.self) { group in
                group.addTask { try await stream.collect() }
                try await simulation.sleep(until: Instant(sinceOrigin: .milliseconds(500)))
                await withTaskGroup(of: Void.self) { other in
                    other.addTask { #expect(await refusals(of: stream, retrying: false) == [.invalidRequest]) }
                    other.cancelAll()
                }
                return try await group.next() ?? nil
            }
        }
        #expect(answer?.content == "ab")
        #expect(answer?.finishReason == .stop)
        #expect(answer?.attempts.map(\.error) == [nil])
    }

    @Test func `a refused collect takes no text along`() async throws {
        let simulation = Simulation()
        let reply = Shared<Reply?>(nil)
        let pipeline = try Pipeline(model: ScriptedModel("m", .stream(["a", "b"], every: .seconds(1)))) {
            Layer { request, context, next in
                let answer = try await next(request, context)
                reply.change { $0 = answer }
                return answer
            }
        }.running(on: simulation)
        let error = try simulation.run {
            let stream = try await pipeline.streamResponse(to: "hi")
            _ = try await stream.next()
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await stream.collect() }
                try await simulation.sleep(until: Instant(sinceOrigin: .milliseconds(500)))
                var refusal: ChatError?
                do { _ = try await reply.value?.collect() } catch { refusal = error as? ChatError }
                try await group.waitForAll()
                return refusal
            }
        }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.message == "the stream is being read by another task; it has one reader at a time")
        #expect(error?.partialText == nil)
    }
}

/// Reads to the end and returns the kinds of the errors on the way.
private func refusals(of stream: ResponseStream, retrying: Bool = true) async -> [ChatError.Kind] {
    var kinds: [ChatError.Kind] = []
    while true {
        do {
            guard try await stream.next() != nil else { return kinds }
        } catch let error as ChatError {
            kinds.append(error.kind)
            if !retrying { return kinds }
        } catch {
            return kinds
        }
    }
}
