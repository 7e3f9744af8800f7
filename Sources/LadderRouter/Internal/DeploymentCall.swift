import LadderCore

/// One call at one deployment, from its selection to its end.
struct DeploymentCall: Sendable {
    private let deployment: RoutedDeployment
    private let alternatives: Int
    private let context: CallContext
    private let engine: SharedRouterEngine

    init(_ selected: SelectedDeployment, _ context: CallContext, _ engine: SharedRouterEngine) {
        deployment = selected.deployment
        alternatives = selected.alternatives
        self.context = context
        self.engine = engine
    }

    func reply(to request: ChatRequest, from next: Next) async throws -> Reply {
        var inner = context
        inner.target = deployment.target
        inner.addAlternatives(alternatives)
        do {
            let reply = try await next(request, inner)
            replied(reply)
            return reply
        } catch {
            failed(error)
            throw error
        }
    }

    /// Records the first content. A whole answer ends the call, a live one when its reader has finished.
    private func replied(_ reply: Reply) {
        if let timeToFirstContent {
            let now = context.now
            engine.record(on: context.runtime) {
                $0.measured(deployment, timeToFirstContent: timeToFirstContent, at: now)
            }
        }
        reply.onEnd { outcome in
            var failed = false
            if case .failed(let error) = outcome.result { failed = error.kind.isFailureOfTarget }
            engine.end(deployment, on: context.runtime, failed: failed)
        }
    }

    private func failed(_ error: any Error) {
        let kind = ChatError(unlessCancelled: error)?.kind
        let now = context.now
        engine.end(deployment, on: context.runtime, failed: kind?.isFailureOfTarget ?? false) { engine in
            if case .circuitOpen(let until) = kind { engine.refused(by: deployment, until: until, at: now) }
        }
    }

    /// The time of the attempt that succeeded, under `fastest`.
    ///
    /// Waits between attempts do not make a deployment slow. An answer from a cache inside the router has no attempt,
    /// so it does not make the deployment fast.
    private var timeToFirstContent: Duration? {
        guard engine.policy.strategy == .fastest else { return nil }
        let attempt = context.call.attempts.last { $0.target == deployment.id && $0.error == nil }
        return attempt?.timeToFirstContent
    }
}

extension ChatError.Kind {
    /// Whether a circuit breaker would count this kind against the target.
    fileprivate var isFailureOfTarget: Bool {
        switch rules.breaker {
        case .failure, .opens: true
        case .neutral, .neutralUnlessLongWait, .failureIfAsked: false
        }
    }
}
