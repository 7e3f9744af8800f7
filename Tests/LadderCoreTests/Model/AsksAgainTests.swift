import LadderCore
import LadderTesting
import Testing

@Suite struct AsksAgainTests {
    private static func learning(failures: Int, asksAgain: Bool = true) -> ClosureModel {
        let left = Locked(failures)
        return ClosureModel("learner") { _ in
            let fails = left.withLock { left -> Bool in
                left -= 1
                return left >= 0
            }
            guard fails else { return Completion("yes") }
            var error = ChatError(.invalidRequest)
            error.asksAgain = asksAgain
            throw error
        }
    }

    @Test func `a model that asks for it is asked once more, as an attempt of its own`() async throws {
        let answer = try await Pipeline(model: Self.learning(failures: 1)) {}.respond(to: "Hello")
        #expect(answer.content == "yes")
        #expect(answer.attempts.count == 2)
        #expect(answer.attempts.first?.error == .invalidRequest)
    }

    @Test func `a model is asked again once, not for ever`() async throws {
        let pipeline = try Pipeline(model: Self.learning(failures: 2)) {}
        let error = try await #require(throws: ChatError.self) { try await pipeline.respond(to: "Hello") }
        #expect(error.kind == .invalidRequest)
        #expect(error.attempts.count == 2)
    }

    @Test func `without the mark a refused request is not asked again`() async throws {
        let pipeline = try Pipeline(model: Self.learning(failures: 1, asksAgain: false)) {}
        let error = try await #require(throws: ChatError.self) { try await pipeline.respond(to: "Hello") }
        #expect(error.attempts.count == 1)
    }

    @Test func `a call without attempts left keeps the error`() async throws {
        let pipeline = try Pipeline(model: Self.learning(failures: 1)) {}
        let error = try await #require(throws: ChatError.self) {
            try await pipeline.respond(to: "Hello", options: CallOptions(maximumAttempts: 1))
        }
        #expect(error.kind == .invalidRequest)
    }
}
