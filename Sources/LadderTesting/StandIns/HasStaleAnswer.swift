public import LadderCore

/// A stand-in for an exact cache whose only answer is stale, so that it is served when a call fails.
public struct HasStaleAnswer: Middleware {
    private let text: String
    private let age: Duration

    /// Creates a stand-in whose stale answer has this text and age.
    public init(_ text: String, age: Duration = .seconds(7_200)) {
        self.text = text
        self.age = age
    }

    /// Passes the request on, and answers at the level `staleCache` when that fails and the error table allows it.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var inner = context
        inner.hasStaleAnswer = true
        do {
            return try await next(request, inner)
        } catch {
            guard ChatError(unlessCancelled: error)?.rules.servesStale == true else { throw error }
            context.note(.served, by: "HasStaleAnswer", detail: .age(age))
            return Reply(level: .staleCache, model: request.model, Completion(text))
        }
    }

    /// The role of an exact cache.
    public var layerDescription: LayerDescription { LayerDescription(role: .exactCache, name: "HasStaleAnswer") }
}
