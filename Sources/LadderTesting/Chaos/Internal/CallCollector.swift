import LadderCore

/// A layer that collects every call, so that its attempts can be checked after the run.
struct CallCollector: Middleware {
    private final class Collection: Sendable {
        let calls = Locked<[Call]>([])
    }

    private let collection = Collection()

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        collection.calls.withLock { $0.append(context.call) }
        return try await next(request, context)
    }

    /// Returns a sentence for each attempt without an end, and one if the calls did not spend what was served.
    func violations(served: Int) -> [String] {
        let calls = collection.calls.withLock { $0 }
        var violations: [String] = []
        for call in calls {
            for attempt in call.attempts where attempt.end == nil {
                violations.append("call \(call.id): the attempt at \(attempt.start.sinceOrigin) never ended")
            }
        }
        let spent = calls.reduce(0) { $0 + ($1.spent.tokens ?? 0) }
        if spent != served { violations.append("calls spent \(spent) tokens, served \(served)") }
        return violations
    }
}
