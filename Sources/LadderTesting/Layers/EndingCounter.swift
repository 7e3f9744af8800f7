public import LadderCore

/// A layer that counts replies and their endings: every reply must report its end exactly once.
public struct EndingCounter: Middleware {
    private let counts = Counts()

    /// Creates a layer; pass it to ``Invariants`` after the run.
    public init() {}

    /// Passes the request on and registers for the end of the reply.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context)
        let number = counts.begin()
        let counts = counts
        reply.onEnd { _ in counts.end(number) }
        return reply
    }

    /// The number of replies that passed.
    public var replies: Int { counts.state.withLock { $0.replies } }

    /// The number of replies that never reported an end.
    public var missingEnds: Int { counts.state.withLock { $0.open.count } }

    /// The number of ends that were reported after the first one of their reply.
    public var repeatedEnds: Int { counts.state.withLock { $0.repeated } }
}

private final class Counts: Sendable {
    struct State {
        var replies = 0
        var open: Set<Int> = []
        var repeated = 0
    }

    let state = Locked(State())

    func begin() -> Int {
        state.withLock { state in
            state.replies += 1
            state.open.insert(state.replies)
            return state.replies
        }
    }

    func end(_ number: Int) {
        state.withLock { state in
            if state.open.remove(number) == nil { state.repeated += 1 }
        }
    }
}
