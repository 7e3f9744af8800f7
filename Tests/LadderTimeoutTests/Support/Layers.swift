import LadderCore
import TestSupport

/// Keeps what a layer inside Timeout is given.
struct Probe: Middleware {
    let seen = Shared<[TimeLimits]>([])

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        seen.change { $0.append(context.limits) }
        return try await next(request, context)
    }
}

/// Asks again at once, as long as the error table lets Retry do so.
struct AskAgain: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            return try await next(request, context)
        } catch let error as ChatError where error.kind.rules.retry != .never {
            return try await next(request, context)
        }
    }
}

/// Counts what is set aside and what is settled.
final class Account: BudgetAccount {
    let reserved = Shared(0)
    let settled = Shared<[TokenSpend]>([])

    func reserve(_ estimate: TokenSpend, scope: CallScope, target: String) async throws -> BudgetReservation {
        reserved.change { $0 += 1 }
        return BudgetReservation { spend in self.settled.change { $0.append(spend) } }
    }
}

/// Puts an account behind the budget.
struct Pays: Middleware {
    let account = Account()

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.budget.account = account
        return try await next(request, context)
    }
}

/// Keeps the calls it sees.
struct Spectator: Middleware {
    let calls = Shared<[Call]>([])

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        calls.change { $0.append(context.call) }
        return try await next(request, context)
    }
}
