/// What failed while a layer went from one model, or deployment, to the next, and which error it throws in the end.
package struct FailureHistory: Sendable {
    /// Oldest first.
    private var errors: [ChatError] = []

    /// Nothing is remembered of a first failure: most calls are cured by whoever is asked next.
    package init() {}

    /// Whether nothing has failed after the first failure.
    package var isEmpty: Bool { errors.isEmpty }

    /// Remembers a failure that came after `earlier`.
    package mutating func add(_ error: ChatError, after earlier: ChatError) {
        if errors.isEmpty { errors.append(earlier) }
        errors.append(error)
    }

    /// The error to throw when nothing is left: the last real one, with all others beneath it, newest first.
    ///
    /// An error that carries text goes before one that does not: half an answer is better than none. A breaker's refusal
    /// goes last: nobody was asked.
    package var verdict: ChatError? {
        guard let chosen = errors.indices.max(by: { rank($0) < rank($1) }) else { return nil }
        var verdict: ChatError?
        for index in errors.indices where index != chosen {
            verdict = verdict.map { errors[index].following($0) } ?? errors[index]
        }
        return verdict.map { errors[chosen].following($0) } ?? errors[chosen]
    }

    private func rank(_ index: Int) -> (Int, Int64, Int) {
        let error = errors[index]
        if error.partialText?.isEmpty == false { return (2, 0, index) }
        // Of several breakers, the one that opens first tells when to come back.
        if case .circuitOpen(let until) = error.kind { return (0, ~until.nanoseconds, index) }
        return (1, 0, index)
    }
}

extension ChatError {
    /// What failed before this error in the same call, newest first, as far as the layers kept it.
    ///
    /// ModelFallback and ModelRouter throw one error and put the errors of all others they asked beneath it.
    public var earlierFailures: [ChatError] {
        var failures: [ChatError] = []
        var next = underlying
        while let cause = next {
            if let error = cause as? ChatError {
                failures.append(error)
                next = error.underlying
            } else if let both = cause as? FailureCause {
                failures.append(both.earlier)
                next = both.earlier.underlying
            } else {
                next = nil
            }
        }
        return failures
    }

    /// The same error with `earlier` at the end of its chain of causes.
    package func following(_ earlier: ChatError) -> ChatError {
        var error = self
        switch underlying {
        case nil: error.underlying = earlier
        case let cause as ChatError: error.underlying = cause.isSame(as: earlier) ? earlier : cause.following(earlier)
        case let both as FailureCause:
            error.underlying = FailureCause(original: both.original, earlier: both.earlier.following(earlier))
        case let original?: error.underlying = FailureCause(original: original, earlier: earlier)
        }
        return error
    }

    /// The model call keeps the last error beneath its own: it is not told twice.
    private func isSame(as other: ChatError) -> Bool {
        kind == other.kind && target == other.target && message == other.message && requestID == other.requestID
    }
}

/// An error's own cause, of another type than ours, and what failed before it.
public struct FailureCause: Error {
    /// What the error was made of.
    public let original: any Error
    /// What failed before it in the same call.
    public let earlier: ChatError
}
