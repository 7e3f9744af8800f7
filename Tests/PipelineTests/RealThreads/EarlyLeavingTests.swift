import Ladder
import Testing
import TestSupport

/// On the system's threads an attempt begins before its caller waits for it. A caller that is cancelled at that time
/// must cancel the attempt.
@Suite struct EarlyLeavingTests {
    /// A model that cancels its caller when it is asked, then waits until it is cancelled itself.
    private struct Trap: ChatModel {
        let name = "trap"
        let caller: Shared<Task<Void, any Error>?>
        let cancelled: AsyncStream<Void>.Continuation

        func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
            caller.value?.cancel()
            do {
                try await context.runtime.sleep(until: .distantFuture)
            } catch {
                cancelled.yield()
                throw error
            }
            throw ChatError(.server)
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func `an attempt whose caller is cancelled before it waits is cancelled`() async throws {
        let caller = Shared<Task<Void, any Error>?>(nil)
        let (events, cancelled) = AsyncStream.makeStream(of: Void.self)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let pipeline = try Pipeline(model: Trap(caller: caller, cancelled: cancelled)).limited(
            timeLimit: .seconds(3_600))
        let task = Task {
            for await _ in gate { break }
            _ = try await pipeline.respond(to: "hi")
        }
        caller.change { $0 = task }
        open.yield()
        await #expect(throws: CancellationError.self) { try await task.value }
        for await _ in events { break }
        #expect(await pipeline.shutdown(within: .seconds(60)).isEmpty)
    }
}
