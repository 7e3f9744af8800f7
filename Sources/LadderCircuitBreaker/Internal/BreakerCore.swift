import LadderCore

/// What all copies of one `CircuitBreaker` share: the policy, the observer, and the breakers of each runtime.
final class BreakerCore: Sendable {
    let policy: CircuitBreakerPolicy
    private let hints: (any HintChannel)?
    private let observer: (@Sendable (BreakerTransition) -> Void)?
    private let registries: PerRuntime<SharedRegistry>

    init(
        _ policy: CircuitBreakerPolicy, hints: (any HintChannel)?,
        observer: (@Sendable (BreakerTransition) -> Void)?
    ) {
        self.policy = policy
        self.hints = hints
        self.observer = observer
        registries = PerRuntime { SharedRegistry(policy) }
    }

    // MARK: Calls

    /// Admits a call to its target, or throws `circuitOpen`.
    func admit(to target: String, in context: CallContext) throws -> AdmittedCall {
        let registry = registry(of: context.runtime)
        let (now, deadline) = (context.now, context.deadline)
        let hint = hints?.hint(.breakerOpened, about: target)
        let (admission, transitions) = registry.withLock { registry in
            let opened = hint.map { registry.read($0, at: now) } ?? []
            let (admission, transitions) = registry.admit(target, at: now, deadline: deadline)
            return (admission, opened + transitions)
        }
        for transition in transitions { report(transition, in: context) }
        switch admission {
        case .admitted(let ticket):
            if ticket.isProbe { context.note(.probing, by: CircuitBreaker.stage, detail: .target(target)) }
            return AdmittedCall(
                core: self, registry: registry, target: target, ticket: ticket,
                attemptsBefore: policy.slowFirstContent == nil ? 0 : context.call.attempts.count)
        case .rejected(let until):
            context.note(.refused, by: CircuitBreaker.stage, detail: .target(target))
            throw ChatError(.circuitOpen(until: until), stage: CircuitBreaker.stage, target: target)
        }
    }

    func record(_ result: BreakerResult, for call: AdmittedCall, in context: CallContext) {
        let (now, jitter) = (context.now, jitter(for: result, in: context))
        let transition = call.registry.withLock {
            $0.record(result, for: call.ticket, of: call.target, at: now, jitter: jitter)
        }
        if let transition { report(transition, in: context) }
    }

    func recordFirstContent(
        _ result: BreakerResult, for call: AdmittedCall, in context: CallContext
    ) -> BreakerTicket? {
        let (now, jitter) = (context.now, jitter(for: result, in: context))
        let (rest, transition) = call.registry.withLock {
            $0.recordFirstContent(result, for: call.ticket, of: call.target, at: now, jitter: jitter)
        }
        if let transition { report(transition, in: context) }
        return rest
    }

    // MARK: By hand

    func change(_ target: String, on runtime: Runtime, change: (inout BreakerEngine, Instant) -> Void) {
        let now = runtime.now
        let transitions = registry(of: runtime).withLock { registry in
            registry.change(target, at: now) { change(&$0, now) }
        }
        for transition in transitions { observer?(transition) }
    }

    /// Returns what `body` reads from the breakers of a runtime; nil means the runtime used last.
    func read<Value: Sendable>(on runtime: Runtime?, body: (BreakerRegistry) -> Value) -> Value {
        registry(of: runtime).withLock { body($0) }
    }

    // MARK: Details

    private func registry(of runtime: Runtime?) -> SharedRegistry {
        registries.withLock(on: runtime) { $0 }
    }

    /// Returns a random number for the jitter of an open time. Results that never begin one need none.
    private func jitter(for result: BreakerResult, in context: CallContext) -> Double {
        result.mayOpen ? context.runtime.uniform() : 0.5
    }

    private func report(_ transition: BreakerTransition, in context: CallContext) {
        context.note(
            transition.traceVerdict, by: CircuitBreaker.stage,
            reason: "\(transition.target): \(transition.cause)", detail: .breaker(transition.to.name))
        observer?(transition)
        share(transition, on: context.runtime)
    }

    /// Tells the other processes that a breaker has opened by what was learned here.
    private func share(_ transition: BreakerTransition, on runtime: Runtime) {
        guard let hints, case .open(let until) = transition.to, transition.cause != .sharedHint else { return }
        hints.publish(
            SharedHint(
                .breakerOpened, about: transition.target, id: runtime.random(), remaining: until - transition.at))
    }
}

extension BreakerTransition {
    fileprivate var traceVerdict: TraceEvent.Verdict {
        if cause == .evicted { return .noted }
        switch to {
        case .closed: return .closed
        case .recovering: return from == .closed ? .noted : .closed
        case .open, .forcedOpen, .isolated: return .opened
        case .halfOpen: return .noted
        }
    }
}
