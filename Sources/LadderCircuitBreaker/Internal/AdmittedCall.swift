import LadderCore

/// A call that its target's breaker has admitted, until its result is recorded.
struct AdmittedCall: Sendable {
    let core: BreakerCore
    let registry: SharedRegistry
    let target: String
    var ticket: BreakerTicket
    let context: CallContext
    /// The number of attempts that the call had made before this layer, where the time to the first content matters.
    let attemptsBefore: Int

    /// Whether the call is a probe.
    var isProbe: Bool { ticket.isProbe }

    func recordFailure(_ error: any Error) {
        record(BreakerResult(error, on: context.runtime, policy: core.policy))
    }

    /// Records a whole answer at once and a live one at its end.
    func recordEnd(of reply: Reply) {
        guard reply.isLive else { return record(success(from: reply.level)) }
        let level = reply.level
        if isProbe {
            // A probe is decided at its first content: a long stream must not keep the breaker half-open.
            var rest = self
            guard let ticket = core.recordFirstContent(success(from: level), for: self) else { return }
            rest.ticket = ticket
            rest.recordEnd(of: reply)
            return
        }
        reply.onEnd { outcome in
            switch outcome.result {
            // A reader that left after the first content left a target that had answered.
            case .completed, .abandoned: record(success(from: level))
            case .failed(let error): recordFailure(error)
            }
        }
    }

    private func record(_ result: BreakerResult) {
        core.record(result, for: self)
    }

    /// Returns the result of an answer from this level. An answer that no model gave says nothing about the target.
    private func success(from level: FallbackLevel) -> BreakerResult {
        guard level == .primary || level == .fallbackModel else { return .neutral }
        guard core.policy.slowFirstContent != nil else { return .success }
        // An attempt that failed after its first content is not the one that answered.
        let answered = context.call.attempts.dropFirst(attemptsBefore).last {
            $0.target == target && $0.firstContent != nil && $0.error == nil
        }
        return .success(firstContent: answered?.timeToFirstContent)
    }
}
