/// The failures of one call while a layer goes from one model or deployment to the next.
package struct FailureHistory: Sendable {
    /// The failures, oldest first. It stays empty until a second one is added, as most calls have at most one.
    private var errors: [ChatError] = []

    /// Creates a history that has no failures yet.
    package init() {}

    /// Adds a failure that came after `earlier`.
    package mutating func add(_ error: ChatError, after earlier: ChatError) {
        if errors.isEmpty { errors.append(earlier) }
        errors.append(error)
    }

    /// The error to throw when no candidate is left, with all others beneath it, newest first. Nil without a second
    /// failure.
    ///
    /// It is the newest failure of the best rank: an error that carries text, then any other error, then the refusal of
    /// a circuit breaker. Of several refusals it is the one that ends first, so that the caller can come back in time.
    package var finalError: ChatError? {
        guard let chosen = errors.indices.max(by: { rank(of: $0) < rank(of: $1) }) else { return nil }
        var others: ChatError?
        for index in errors.indices where index != chosen {
            others = others.map { errors[index].following($0) } ?? errors[index]
        }
        return others.map { errors[chosen].following($0) } ?? errors[chosen]
    }

    private func rank(of index: Int) -> (class: Int, earliness: Int64, index: Int) {
        let error = errors[index]
        if error.partialText?.isEmpty == false { return (2, 0, index) }
        if case .circuitOpen(let until) = error.kind { return (0, ~until.nanoseconds, index) }
        return (1, 0, index)
    }
}

extension ChatError {
    /// The failures before this error in the same call, newest first.
    ///
    /// ModelFallback and ModelRouter throw one error and put the errors of all other targets they asked beneath it.
    public var earlierFailures: [ChatError] {
        var failures: [ChatError] = []
        var next = chainedCause
        while let cause = next {
            if let error = cause as? ChatError {
                failures.append(error)
                next = error.chainedCause
            } else if let both = cause as? FailureCause {
                failures.append(both.earlier)
                next = both.earlier.chainedCause
            } else {
                next = nil
            }
        }
        return failures
    }

    /// Returns the same error with `earlier` at the end of its chain of causes.
    package func following(_ earlier: ChatError) -> ChatError {
        var error = self
        switch chainedCause {
        case nil: error.underlying = earlier
        case let cause as ChatError: error.underlying = cause.isSame(as: earlier) ? earlier : cause.following(earlier)
        case let both as FailureCause:
            error.underlying = FailureCause(original: both.original, earlier: both.earlier.following(earlier))
        case let original?: error.underlying = FailureCause(original: original, earlier: earlier)
        }
        return error
    }

    /// Whether `other` is the same failure. The model call already keeps the last error beneath its own.
    private func isSame(as other: ChatError) -> Bool {
        kind == other.kind && target == other.target && message == other.message && requestID == other.requestID
    }
}

/// The cause of an error that has both: an original error of another type, and a failure before it in the same call.
///
/// ``ChatError/underlying`` and ``ChatError/earlierFailures`` each return one of the two.
struct FailureCause: Error {
    /// The error of another type that the `ChatError` was made from.
    let original: any Error
    /// The newest failure before it in the same call.
    let earlier: ChatError
}
