import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

@Suite struct BatchTests {
    /// Answers with the question; odd ones fail; counts how many are asked at once.
    private struct Echo: ChatModel {
        let name = "m"
        let now = Shared(0)
        let peak = Shared(0)

        func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
            let count = now.change { count in
                count += 1
                return count
            }
            peak.change { $0 = max($0, count) }
            defer { now.change { $0 -= 1 } }
            let text = request.lastUserText ?? ""
            // Late questions are answered first.
            try await context.runtime.sleep(for: .seconds(100 - (Int(text) ?? 0)))
            if (Int(text) ?? 0) % 2 == 1 { throw ChatError(.invalidRequest) }
            return Reply(model: name, Completion(text))
        }
    }

    @Test(arguments: [1, 2, 7, 50, Int.max], [1, 2] as [UInt64])
    func `results keep their order, a failure affects no other, and no more calls are open than allowed`(
        limit: Int, seed: UInt64
    ) throws {
        let simulation = Simulation(seed: seed)
        let model = Echo()
        let pipeline = try Pipeline(model: model).running(on: simulation)
        let results = try simulation.run {
            await pipeline.respond(to: (0..<20).map { ChatRequest("\($0)") }, maximumConcurrent: limit)
        }
        #expect(results.count == 20)
        for (index, result) in results.enumerated() {
            switch result {
            case .success(let answer): #expect(answer.content == "\(index)" && index % 2 == 0)
            case .failure(let error): #expect((error as? ChatError)?.kind == .invalidRequest && index % 2 == 1)
            }
        }
        #expect(model.peak.value == min(20, limit))
    }

    @Test func `a cancelled caller gets a result for every request`() throws {
        let simulation = Simulation()
        let pipeline = try Pipeline(model: Echo()).running(on: simulation)
        let results = try simulation.run {
            await withTaskGroup(of: [Result<ChatResponse, any Error>].self) { group in
                group.addTask {
                    await pipeline.respond(to: (0..<5).map { ChatRequest("\($0)") }, maximumConcurrent: 2)
                }
                try? await simulation.sleep(until: Instant(sinceOrigin: .seconds(1)))
                group.cancelAll()
                return await group.next() ?? []
            }
        }
        #expect(results.count == 5)
        for result in results { #expect(throws: CancellationError.self) { try result.get() } }
        #expect(simulation.now == Instant(sinceOrigin: .seconds(1)))
    }
}
