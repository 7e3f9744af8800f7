import LadderCore

/// A layer that narrows the limits of every attempt.
struct Limits: Middleware {
    var firstToken: Duration?
    var silence: Duration?
    var total: Duration?
    var allowsSilentThinking = false

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.limits.narrow(
            to: TimeLimits(
                firstToken: firstToken.map { context.now + $0 }, total: total.map { context.now + $0 },
                silence: silence, allowsSilentThinking: allowsSilentThinking))
        return try await next(request, context)
    }
}

/// A layer that asks again at once, up to a number of attempts.
struct Again: Middleware {
    var times = 2

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        for _ in 1..<times {
            do { return try await next(request, context) } catch {}
        }
        return try await next(request, context)
    }
}

/// A layer made of a closure.
struct Layer: Middleware {
    let run: @Sendable (ChatRequest, CallContext, Next) async throws -> Reply

    init(_ run: @escaping @Sendable (ChatRequest, CallContext, Next) async throws -> Reply) { self.run = run }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        try await run(request, context, next)
    }
}
