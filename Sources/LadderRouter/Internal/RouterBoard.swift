import LadderCore

/// The engine behind its lock, shared by all copies of a router.
final class RouterBoard: Sendable {
    private struct State {
        var engine: RouterEngine
        /// Numbers for the next choices, begun from the runtime: a system call for every choice would cost more than it.
        var random: UInt64?

        mutating func begin(
            _ model: String, _ scope: CallScope?, tried: [RouterTicket], at now: Instant
        ) -> RouterChoice? {
            guard let current = random else { return nil }
            let number = current &+ 0x9E37_79B9_7F4A_7C15
            random = number
            let choice = engine.pick(model, for: scope, tried: tried, at: now, random: number.mixed)
            if case .deployment(let pick) = choice { engine.began(pick.ticket) }
            return choice
        }
    }

    private let state: Locked<State>
    private let measures: Bool
    /// Whether it matters for whom a call is made.
    private let asksForWhom: Bool

    init(_ engine: RouterEngine) {
        asksForWhom = engine.policy.sticky != nil || !engine.policy.requiredTags.isEmpty
        measures = engine.policy.strategy == .fastest
        state = Locked(State(engine: engine))
    }

    func change<Result: Sendable>(_ change: (inout RouterEngine) -> Result) -> Result {
        state.withLock { change(&$0.engine) }
    }

    /// Chooses a deployment and counts the call in.
    func begin(_ model: String, _ context: CallContext, tried: [RouterTicket]) -> RouterChoice {
        let now = context.now
        let scope = asksForWhom ? context.scope : nil
        if let choice = state.withLock({ $0.begin(model, scope, tried: tried, at: now) }) { return choice }
        let seed = context.runtime.random()
        return state.withLock { state in
            state.random = state.random ?? seed
            return state.begin(model, scope, tried: tried, at: now) ?? .notServed
        }
    }

    /// The head is there. A whole answer is over with it, a live one when its reader is done.
    func answered(_ pick: RouterPick, _ reply: Reply, _ context: CallContext) {
        let ticket = pick.ticket
        let timeToFirstContent = measures ? self.timeToFirstContent(of: pick.target, context.call) : nil
        let now = measures ? context.now : .origin
        guard reply.isLive else {
            return state.withLock {
                $0.engine.ended(ticket, .answered, timeToFirstContent: timeToFirstContent, at: now)
            }
        }
        if let timeToFirstContent {
            state.withLock { $0.engine.answered(ticket, timeToFirstContent: timeToFirstContent, at: now) }
        }
        reply.onEnd { outcome in
            var end = RouterOutcome.answered
            if case .failed(let error) = outcome.result, error.kind.blamesTarget { end = .failed }
            let now = end == .failed ? context.now : now
            self.state.withLock { [end] in $0.engine.ended(ticket, end, at: now) }
        }
    }

    /// It failed, or its caller left.
    func failed(_ pick: RouterPick, _ error: any Error, _ context: CallContext) {
        let ticket = pick.ticket
        let now = context.now
        guard let kind = ChatError(unlessCancelled: error)?.kind else {
            return state.withLock { $0.engine.ended(ticket, .neutral, at: now) }
        }
        let outcome: RouterOutcome = kind.blamesTarget ? .failed : .neutral
        state.withLock { state in
            if case .circuitOpen(let until) = kind {
                state.engine.met(circuitOpenUntil: until, ticket, at: now)
            }
            state.engine.ended(ticket, outcome, at: now)
        }
    }

    /// The successful attempt's own time: waits before it do not make a deployment slow.
    private func timeToFirstContent(of target: Target, _ call: Call) -> Duration? {
        guard let attempt = call.lastAttempt, attempt.target == target.id else { return nil }
        return attempt.timeToFirstContent
    }
}

extension ChatError.Kind {
    fileprivate var blamesTarget: Bool {
        switch rules.breaker {
        case .failure, .opens: true
        case .neutral, .neutralUnlessLongWait, .failureIfAsked: false
        }
    }
}
