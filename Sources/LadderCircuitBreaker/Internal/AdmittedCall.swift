import LadderCore

/// A call that its target's breaker has admitted, until its result is recorded.
struct AdmittedCall: Sendable {
    let core: BreakerCore
    let registry: SharedRegistry
    let target: String
    var ticket: BreakerTicket
    /// The number of attempts that the call had made before this layer, where the time to the first content matters.
    let attemptsBefore: Int

    /// Whether the call is a probe.
    var isProbe: Bool { ticket.isProbe }

    func recordFailure(_ error: any Error, in context: CallContext) {
        core.record(BreakerResult(error, on: context.runtime, policy: core.policy), for: self, in: context)
    }

    /// Records a whole answer at once and a live one at its end.
    func recordEnd(of reply: Reply, in context: CallContext) {
        let level = reply.level
        guard reply.isLive else { return core.record(success(from: level, in: context), for: self, in: context) }
        if isProbe {
            // A probe is decided at its first content: a long stream must not keep the breaker half-open.
            var rest = self
            guard let ticket = core.recordFirstContent(success(from: level, in: context), for: self, in: context)
            else { return }
            rest.ticket = ticket
            rest.recordEnd(of: reply, in: context)
            return
        }
        reply.onEnd { outcome in
            switch outcome.result {
            // A reader that left after the first content left a target that had answered.
            case .completed, .abandoned: core.record(success(from: level, in: context), for: self, in: context)
            case .failed(let error): recordFailure(error, in: context)
            }
        }
    }

    /// Returns the result of an answer from this level. An answer that no model gave says nothing about the target.
    private func success(from level: FallbackLevel, in context: CallContext) -> BreakerResult {
        guard level == .primary || level == .fallbackModel else { return .neutral }
        guard core.policy.slowFirstContent != nil else { return .success }
        // An attempt that failed after its first content is not the one that answered.
        let answered = context.call.attempts.dropFirst(attemptsBefore).last {
            $0.target == target && $0.firstContent != nil && $0.error == nil
        }
        return .success(firstContent: answered?.timeToFirstContent)
    }
}
