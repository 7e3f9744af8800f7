import LadderCore

/// Keeps every call, to look at its record when all is over.
struct CallKeeper: Middleware {
    private final class Shelf: Sendable {
        let calls = Locked<[Call]>([])
    }

    private let shelf = Shelf()

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        shelf.calls.withLock { $0.append(context.call) }
        return try await next(request, context)
    }

    /// Every attempt has ended, and the calls together know of every token that was settled.
    func violations(settled: Int) -> [String] {
        let calls = shelf.calls.withLock { $0 }
        var broken: [String] = []
        for call in calls {
            for attempt in call.attempts where attempt.end == nil {
                broken.append("call \(call.id): the attempt at \(attempt.start.sinceOrigin) never ended")
            }
        }
        let spent = calls.reduce(0) { $0 + ($1.spent.tokens ?? 0) }
        if spent != settled { broken.append("calls spent \(spent) tokens, settled \(settled)") }
        return broken
    }
}
