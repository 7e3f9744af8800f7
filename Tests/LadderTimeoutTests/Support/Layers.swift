import LadderCore
import TestSupport

/// A layer inside Timeout that records the limits of its context.
struct LimitRecorder: Middleware {
    let seen = Shared<[TimeLimits]>([])

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        seen.change { $0.append(context.limits) }
        return try await next(request, context)
    }
}

/// Makes one more attempt at once, if the error table allows a retry.
struct RetryOnce: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            return try await next(request, context)
        } catch let error as ChatError where error.kind.rules.retry != .never {
            return try await next(request, context)
        }
    }
}

/// An account that counts reservations and records what is settled.
final class Account: BudgetAccount {
    let reserved = Shared(0)
    let settled = Shared<[TokenSpend]>([])

    func reserve(_ estimate: AttemptEstimate) async throws -> BudgetReservation {
        reserved.change { $0 += 1 }
        return BudgetReservation { charge in self.settled.change { $0.append(charge?.spend ?? TokenSpend()) } }
    }
}

/// A layer that puts an account behind the call's budget.
struct WithAccount: Middleware {
    let account = Account()

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.budget.account = account
        return try await next(request, context)
    }
}

/// A layer that records its calls.
struct CallRecorder: Middleware {
    let calls = Shared<[Call]>([])

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        calls.change { $0.append(context.call) }
        return try await next(request, context)
    }
}
