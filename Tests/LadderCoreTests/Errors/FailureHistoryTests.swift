import LadderCore
import Testing

@Suite struct FailureHistoryTests {
    private struct Odd: Error {}

    private func error(
        _ kind: ChatError.Kind, at target: String, text: String? = nil, underlying: (any Error)? = nil
    ) -> ChatError {
        var error = ChatError(kind, underlying: underlying)
        error.target = target
        error.partialText = text
        return error
    }

    private func finalError(_ errors: ChatError...) -> ChatError? {
        var history = FailureHistory()
        for (earlier, later) in zip(errors, errors.dropFirst()) { history.add(later, after: earlier) }
        return history.finalError
    }

    private func refusal(_ target: String, until seconds: Int) -> ChatError {
        error(.circuitOpen(until: Instant(sinceOrigin: .seconds(seconds))), at: target)
    }

    @Test func `without a second failure there is no final error`() {
        #expect(FailureHistory().finalError == nil)
    }

    @Test func `the newest failure is thrown, with all others beneath it, newest first`() {
        let final = finalError(error(.server, at: "a"), error(.overloaded, at: "b"), error(.unauthorized, at: "c"))
        #expect(final?.kind == .unauthorized)
        #expect(final?.earlierFailures.map(\.target) == ["b", "a"])
        #expect(final?.earlierFailures.map(\.kind) == [.overloaded, .server])
    }

    @Test func `an error that carries text takes precedence, the newest of them`() {
        let final = finalError(
            error(.timedOut(.silence), at: "a", text: "first"), error(.timedOut(.total), at: "b", text: "second"),
            error(.server, at: "c"), error(.server, at: "d", text: ""))
        #expect(final?.partialText == "second")
        #expect(final?.earlierFailures.map(\.target) == ["d", "c", "a"])
    }

    @Test func `the refusal of a breaker comes after every error of a model`() {
        let final = finalError(
            error(.server, at: "a"), refusal("b", until: 5), error(.overloaded, at: "c"), refusal("d", until: 3))
        #expect(final?.target == "c")
        #expect(final?.earlierFailures.map(\.target) == ["d", "b", "a"])
    }

    @Test func `of several refusals the one that ends first is thrown`() {
        let final = finalError(refusal("a", until: 9), refusal("b", until: 3), refusal("c", until: 5))
        #expect(final?.target == "b")
        #expect(final?.earlierFailures.map(\.target) == ["c", "a"])
    }

    @Test func `an original error of another type is kept beside the earlier failures`() {
        let final = finalError(
            error(.server, at: "a"), error(.server, at: "b", underlying: Odd()), error(.server, at: "c"))
        #expect(final?.earlierFailures.map(\.target) == ["b", "a"])
        #expect(final?.earlierFailures.first?.underlying is Odd)
        let own = finalError(error(.server, at: "a"), error(.server, at: "b", underlying: Odd()))
        #expect(own?.underlying is Odd)
        #expect(own?.earlierFailures.map(\.target) == ["a"])
    }

    @Test func `causes that an error already has come before the earlier failures`() {
        let final = finalError(
            error(.server, at: "a"), error(.attemptsExhausted, at: "b", underlying: error(.overloaded, at: "x")))
        #expect(final?.earlierFailures.map(\.target) == ["x", "a"])
    }

    @Test func `a failure that is already the cause is not repeated`() {
        let first = error(.server, at: "a")
        let final = finalError(first, error(.attemptsExhausted, at: "b", underlying: first))
        #expect(final?.earlierFailures.map(\.target) == ["a"])
    }
}
