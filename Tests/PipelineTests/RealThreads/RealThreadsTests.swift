import Ladder
import LadderTesting
import Testing

/// The simulator runs everything on one thread. Here many calls run on the system's threads, so that the sanitizer can
/// find races. No time is measured: limits are far away, and the test waits for calls to end, never for a duration.
@Suite struct RealThreadsTests {
    /// A model that streams words, or fails when the request asks for it.
    private struct Reader: ChatModel {
        let name: String

        func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
            let text = request.lastUserText ?? ""
            if text.hasSuffix("7"), name == "primary" { throw ChatError(.server) }
            guard context.delivery == .streamed else {
                return Reply(model: name, Completion(text, usage: Usage(inputTokens: 1, outputTokens: 1)))
            }
            return try await .live(model: name, from: Words(left: 40))
        }
    }

    private final class Words: ReplySource {
        private let left: Locked<Int>

        init(left: Int) { self.left = Locked(left) }

        func next() async throws -> ReplyChunk? {
            let left = left.withLock { left in
                left -= 1
                return left
            }
            return left < 0 ? .finished(.stop, usage: Usage(inputTokens: 1, outputTokens: 40)) : .text("word ")
        }
    }

    private final class Tally: Sendable {
        let endings = Locked(0)
        let replies = Locked(0)
    }

    /// Counts replies and how often they end.
    private struct Counting: Middleware {
        let tally: Tally

        func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
            let reply = try await next(request, context)
            tally.replies.withLock { $0 += 1 }
            reply.onEnd { [tally] _ in tally.endings.withLock { $0 += 1 } }
            return reply
        }
    }

    @Test(arguments: [true, false])
    func `many calls on real threads leave no work behind`(isLimited: Bool) async throws {
        let tally = Tally()
        let metrics = CallMetrics()
        let pipeline = try Pipeline(models: [Reader(name: "primary"), Reader(name: "other")]) {
            Counting(tally: tally)
            ModelFallback("other")
            CircuitBreaker()
            Retry(maximumAttempts: 1)
            if isLimited { Timeout(firstToken: .seconds(600), silence: .seconds(600), total: .seconds(600)) }
        }.observing(metrics)
        let options = CallOptions(timeLimit: isLimited ? .seconds(600) : nil)
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<16 {
                group.addTask {
                    for turn in 0..<40 { await call(pipeline, number: caller * 40 + turn, options: options) }
                }
            }
        }
        let alive = await pipeline.shutdown(within: .seconds(600))
        #expect(alive.isEmpty, "\(alive)")
        let (replies, endings) = (tally.replies.withLock { $0 }, tally.endings.withLock { $0 })
        #expect(metrics.snapshot != CallMetrics().snapshot)
        #expect(replies > 300)
        #expect(replies == endings)
    }

    private func call(_ pipeline: Pipeline, number: Int, options: CallOptions) async {
        let request = ChatRequest("question \(number)")
        let work = Task {
            if number % 2 == 0 {
                _ = try await pipeline.respond(to: request, options: options)
            } else {
                let stream = try await pipeline.streamResponse(to: request, options: options)
                var read = 0
                while try await stream.next() != nil {
                    read += 1
                    if number % 5 == 0, read == 7 { return }
                }
            }
        }
        if number % 11 == 0 { work.cancel() }
        _ = await work.result
    }
}
