import LadderCore

/// A call whose first deployment has failed, on its way through the others.
struct RouterVisit {
    static let stage = "ModelRouter"

    let board: RouterBoard
    let request: ChatRequest
    let context: CallContext
    let next: Next

    func recover(from first: any Error, at pick: RouterPick) async throws -> Reply {
        guard var error = ChatError(unlessCancelled: first) else { throw first }
        var tried = [pick.ticket]
        var failures = FailureHistory()
        while mayAsk, error.mayBeCuredElsewhere {
            try Task.checkCancellation()
            guard case .deployment(let pick) = board.begin(request.model, context, tried: tried) else { break }
            context.note(.switched, by: RouterVisit.stage, reason: error.kind.name, detail: .target(pick.target.id))
            tried.append(pick.ticket)
            do {
                var inner = context
                inner.ask(pick)
                let reply = try await next(request, inner)
                board.answered(pick, reply, context)
                return reply
            } catch let failure {
                board.failed(pick, failure, context)
                guard let next = ChatError(unlessCancelled: failure) else { throw failure }
                failures.add(next, after: error)
                error = next
            }
        }
        if failures.isEmpty { throw first }
        context.note(.gaveUp, by: RouterVisit.stage, reason: error.kind.name)
        throw failures.verdict ?? error
    }

    /// Attempts are left and the deadline has not passed.
    private var mayAsk: Bool { context.attemptsLeft > 0 && context.hasTime(for: .zero) }
}

extension ChatError {
    /// A larger window or another filter is no matter of deployments.
    fileprivate var mayBeCuredElsewhere: Bool {
        switch kind.rules.fallback {
        case .anyModel, .localFirst: true
        case .never, .largerWindow, .acceptingFiltered: false
        }
    }
}

extension CallContext {
    /// From here on this deployment is asked.
    mutating func ask(_ pick: RouterPick) {
        target = pick.target
        addAlternatives(pick.alternatives)
    }
}
