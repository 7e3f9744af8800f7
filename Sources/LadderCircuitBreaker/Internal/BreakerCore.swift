import LadderCore

/// What all copies of one `CircuitBreaker` share.
final class BreakerCore: Sendable {
    typealias Observer = @Sendable (BreakerTransition) -> Void

    let policy: CircuitBreakerPolicy
    private let observer: Observer?
    private let registry: Locked<BreakerRegistry>

    init(_ policy: CircuitBreakerPolicy, observer: Observer?) {
        self.policy = policy
        self.observer = observer
        registry = Locked(BreakerRegistry(policy))
    }

    func admitIfClosed(_ target: String) -> BreakerTicket? {
        registry.withLock { $0.admitIfClosed(target) }
    }

    func admit(_ target: String, for context: CallContext) -> BreakerAdmission {
        let now = context.now
        let deadline = context.deadline
        let (admission, steps) = registry.withLock { $0.admit(target, at: now, deadline: deadline) }
        for step in steps { tell(step, in: context) }
        return admission
    }

    func verdict(_ verdict: BreakerVerdict, of ticket: BreakerTicket, in context: CallContext) {
        let recently = context.now
        if case .success(head: nil) = verdict, registry.withLock({ $0.succeedsIfClosed(ticket, at: recently) }) {
            return
        }
        let now = context.now
        let random = random(for: verdict, in: context)
        let step = registry.withLock { $0.verdict(verdict, of: ticket, at: now, random: random) }
        if let step { tell(step, in: context) }
    }

    func verdictAtHead(
        _ verdict: BreakerVerdict, of ticket: BreakerTicket, in context: CallContext
    ) -> BreakerTicket? {
        let now = context.now
        let random = random(for: verdict, in: context)
        let (rest, step) = registry.withLock { $0.verdictAtHead(verdict, of: ticket, at: now, random: random) }
        if let step { tell(step, in: context) }
        return rest
    }

    func change(_ target: String, at now: Instant, _ change: @Sendable (inout BreakerEngine) -> Void) {
        let steps = registry.withLock { $0.change(target, at: now, change) }
        for step in steps { observer?(step) }
    }

    func read<Value: Sendable>(_ look: @Sendable (BreakerRegistry) -> Value) -> Value {
        registry.withLock { look($0) }
    }

    /// Only a verdict that may open the breaker needs jitter.
    private func random(for verdict: BreakerVerdict, in context: CallContext) -> Double {
        switch verdict {
        case .neutral: return 0.5
        case .failure, .opens: return context.runtime.uniform()
        case .success(let head):
            guard let threshold = policy.slowFirstContent?.threshold, let head, head >= threshold else { return 0.5 }
            return context.runtime.uniform()
        }
    }

    private func tell(_ step: BreakerTransition, in context: CallContext) {
        context.note(
            step.traceVerdict, by: CircuitBreaker.stage, reason: "\(step.target): \(step.cause.rawValue)",
            detail: .breaker(step.to.name))
        observer?(step)
    }
}

extension BreakerTransition {
    var traceVerdict: TraceEvent.Verdict {
        if cause == .forgotten { return .noted }
        switch to {
        case .closed: return .closed
        case .recovering: return from == .closed ? .noted : .closed
        case .open, .forcedOpen, .isolated: return .opened
        case .halfOpen: return .noted
        }
    }
}
