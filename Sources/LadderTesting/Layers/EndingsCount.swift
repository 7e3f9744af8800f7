public import LadderCore

/// Counts the replies that pass, and how often each is told its end: exactly once, or something is wrong.
public struct EndingsCount: Middleware {
    private let tally = Tally()

    /// A layer that has counted nothing yet.
    public init() {}

    /// Asks on, and waits to be told how the reply ends.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context)
        let number = tally.begin()
        let tally = tally
        reply.onEnd { _ in tally.end(number) }
        return reply
    }

    /// Replies that passed.
    public var replies: Int { tally.replies }

    /// Replies that were never told their end.
    public var untold: Int { tally.untold }

    /// How often a reply was told its end again.
    public var toldAgain: Int { tally.toldAgain }
}

private final class Tally: Sendable {
    private struct State {
        var replies = 0
        var open: Set<Int> = []
        var toldAgain = 0
    }

    private let state = Locked(State())

    func begin() -> Int {
        state.withLock { state in
            state.replies += 1
            state.open.insert(state.replies)
            return state.replies
        }
    }

    func end(_ number: Int) {
        state.withLock { state in
            if state.open.remove(number) == nil { state.toldAgain += 1 }
        }
    }

    var replies: Int { state.withLock { $0.replies } }
    var untold: Int { state.withLock { $0.open.count } }
    var toldAgain: Int { state.withLock { $0.toldAgain } }
}
