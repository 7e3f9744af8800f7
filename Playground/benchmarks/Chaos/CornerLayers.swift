import Ladder

/// Narrows the limits by the call's number, so that every combination of limits occurs.
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

/// Maps the text of some answers to itself, which gives the reply a second stream.
struct SomeMapped: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard context.call.number % 3 == 1 else { return try await next(request, context) }
        return try await next(request, context, mappingText: { $0 })
    }
}

/// Collects some answers before it passes them on.
struct SomeCollected: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let reply = try await next(request, context)
        guard context.call.number % 4 == 1 else { return reply }
        return reply.replacing(with: try await reply.collect())
    }
}

/// Asks again at once after an error that a retry may cure.
struct AskAgain: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            return try await next(request, context)
        } catch let error as ChatError where error.kind.rules.retry != .never && context.attemptsLeft > 0 {
            return try await next(request, context)
        }
    }
}

/// Holds back the text of some answers: each piece passes when the next one, or the end, arrives.
struct SomeHeldBack: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard context.call.number % 3 != 0 else { return try await next(request, context) }
        return try await next(request, context, transformingText: { HoldingBack() })
    }
}

/// Passes every piece one piece later, without a change.
private struct HoldingBack: TextTransform {
    private var held = ""

    mutating func transform(_ piece: String) -> String {
        defer { held = piece }
        return held
    }

    mutating func finish() -> String {
        defer { held = "" }
        return held
    }
}

/// Reviews some answers whole, without a change.
struct SomeReviewed: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        guard context.call.number % 7 == 3 else { return try await next(request, context) }
        return try await next(request, context, reviewing: { $0 })
    }
}

/// Sends a second request for some calls, takes the first answer and drops the other.
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
