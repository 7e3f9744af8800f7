import LadderCore

/// One call on its way through the deployments of a model.
struct RouterVisit {
    static let stage = "Router"

    let board: RouterBoard
    let request: ChatRequest
    let context: CallContext
    let next: Next

    /// Asks one deployment, and counts the call out however it ends.
    func ask(_ pick: RouterPick) async throws -> Reply {
        var inner = context
        inner.target = pick.target
        inner.addAlternatives(pick.alternatives)
        do {
            let reply = try await next(request, inner)
            board.answered(pick, reply, context)
            return reply
        } catch {
            board.failed(pick, error, context)
            throw error
        }
    }

    func recover(from first: any Error, at pick: RouterPick) async throws -> Reply {
        if first is CancellationError { throw first }
        var tried = [pick.ticket]
        var failures = FailureHistory()
        var error = ChatError(wrapping: first)
        failures.add(error)
        while mayAsk, error.mayBeCuredElsewhere {
            try Task.checkCancellation()
            guard case .deployment(let pick) = board.begin(request.model, context, tried: tried) else { break }
            context.note(.switched, by: RouterVisit.stage, error.kind.name, .target(pick.target.id))
            tried.append(pick.ticket)
            do {
                return try await ask(pick)
            } catch let failure as CancellationError {
                throw failure
            } catch let failure {
                error = ChatError(wrapping: failure)
                failures.add(error)
            }
        }
        if failures.errors.count == 1 { throw first }
        context.note(.gaveUp, by: RouterVisit.stage, error.kind.name)
        throw failures.verdict ?? error
    }

    /// Attempts are left and the deadline has not passed.
    private var mayAsk: Bool { context.attemptsLeft > 0 && context.hasTime(for: .zero) }
}

extension ChatError {
    /// A larger window or another filter is no matter of deployments.
    fileprivate var mayBeCuredElsewhere: Bool {
        switch kind.rules.fallback {
        case .yes, .localFirst: true
        case .no, .largerWindow, .marked: false
        }
    }
}

extension CallContext {
    /// More deployments stand behind this one than an outer layer knows of.
    fileprivate mutating func addAlternatives(_ count: Int) {
        let (sum, overflow) = alternatives.addingReportingOverflow(count)
        alternatives = overflow ? .max : sum
    }
}
