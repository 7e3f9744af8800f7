public import LadderCore

/// A stand-in for written answers that has one for every failure.
public struct AlwaysAnswers: Middleware {
    private let text: String
    private let level: FallbackLevel

    /// Creates a stand-in with this text, served at the level `staticFAQ` or, as an apology, at `apology`.
    public init(_ text: String, isApology: Bool = false) {
        self.text = text
        level = isApology ? .apology : .staticFAQ
    }

    /// Passes the request on, and answers when that fails.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        do {
            return try await next(request, context)
        } catch {
            guard let error = ChatError(unlessCancelled: error) else { throw error }
            context.note(.served, by: "AlwaysAnswers", reason: "after \(error.kind)")
            return Reply(level: level, model: "AlwaysAnswers", Completion(text))
        }
    }

    /// The role of written answers.
    public var layerDescription: LayerDescription { LayerDescription(role: .staticFAQ, name: "AlwaysAnswers") }
}
