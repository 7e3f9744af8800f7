import Ladder

/// Narrows limits by the call's number, so that every combination of them is met.
struct SomeLimits: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        let id = context.call.number
        var limits = TimeLimits()
        if id.isMultiple(of: 2) { limits.firstToken = context.now + .milliseconds(1_500) }
        if id.isMultiple(of: 3) { limits.silence = .milliseconds(90) }
        if id.isMultiple(of: 5) { limits.total = context.now + .seconds(4) }
        context.limits.narrow(to: limits)
        return try await next(request, context)
    }
}

/// Changes no letter, by way of a second stream.
struct SomeMapped: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard context.call.number % 3 == 1 else { return try await next(request, context) }
        return try await next(request, context, mappingText: { $0 })
    }
}

/// Wants to see some answers whole before they go on.
struct SomeCollected: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context)
        guard context.call.number % 4 == 1 else { return reply }
        return reply.replacing(with: try await reply.collect())
    }
}

/// Asks again at once when that may help.
struct AskAgain: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            return try await next(request, context)
        } catch let error as ChatError where error.kind.rules.retry != .never && context.attemptsLeft > 0 {
            return try await next(request, context)
        }
    }
}

/// Asks twice at once for some calls and takes the first answer; the other one is dropped.
struct SomeHedged: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard context.call.number % 5 == 2, context.attemptsLeft > 1, context.hasTime(for: .milliseconds(400)) else {
            return try await next(request, context)
        }
        return try await withThrowingTaskGroup(of: Reply.self) { group in
            defer { group.cancelAll() }
            for delay in [0, 400] {
                group.addTask {
                    try await context.runtime.sleep(for: .milliseconds(delay))
                    return try await next(request, context)
                }
            }
            while let result = await group.nextResult() {
                if case .success(let reply) = result { return reply }
                if group.isEmpty { return try result.get() }
            }
            throw CancellationError()
        }
    }
}
