package import LadderCore

/// A layer that gives one model little time, and leaves others alone: a busy machine must not cut the healthy one.
package struct ImpatientWith: Middleware {
    private let model: String

    package init(model: String) {
        self.model = model
    }

    package func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        if request.model == model {
            context.limits.narrow(
                to: TimeLimits(firstToken: context.now + .milliseconds(200), silence: .milliseconds(200)))
        }
        return try await next(request, context)
    }
}
