import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// Swift 6.3.1 miscompiles, in optimised builds only, a child task that returns a tuple with a `Result` made inside
/// `do` and `catch`: nearly every result had the wrong index and a wrong value. The suite therefore also runs
/// optimised.
@Suite(.timeLimit(.minutes(15))) struct LargeBatchTests {
    /// Answers with the question; every seventh request fails.
    private static let echo = FakeModel("m") { request, _, _ in
        await Task.yield()
        let text = request.lastUserText ?? ""
        if let number = Int(text), number % 7 == 3 { throw ChatError(.invalidRequest, message: "refused \(text)") }
        return Reply(model: "m", Completion("answer to \(text)"))
    }

    private func check(_ results: [Result<ChatResponse, any Error>]) throws {
        #expect(results.count == 200)
        for (number, result) in results.enumerated() {
            switch result {
            case .success(let response):
                #expect(number % 7 != 3)
                #expect(response.content == "answer to \(number)")
                #expect(response.attempts.count == 1)
            case .failure(let error):
                #expect(number % 7 == 3)
                #expect((error as? ChatError)?.message == "refused \(number)")
            }
        }
    }

    private let requests = (0..<200).map { ChatRequest("\($0)") }

    @Test(arguments: [1, 8, 200])
    func `each of 200 requests gets its own result in its place`(maximumConcurrent: Int) async throws {
        let pipeline = try Pipeline(model: Self.echo)
        try check(await pipeline.respond(to: requests, maximumConcurrent: maximumConcurrent))
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `each of 200 requests under a limit gets its own result in its place`(seed: UInt64) async throws {
        let options = CallOptions(timeLimit: .seconds(3_600))
        try check(await Pipeline(model: Self.echo).respond(to: requests, options: options))
        let simulation = Simulation(seed: seed)
        let rehearsal = try Pipeline(model: Self.echo).running(on: simulation)
        let requests = requests
        try check(simulation.run { await rehearsal.respond(to: requests, options: options) })
    }
}
