/// A model made of a closure: the way to bring an old hand-written call under a pipeline.
///
/// ```swift
/// let model = ClosureModel("gpt-4o-mini") { request in
///     Completion(try await myOldClient.ask(request.lastUserText ?? ""))
/// }
/// ```
///
/// It does not stream. What the closure throws is classified as in ``ChatError/init(wrapping:)``: throw
/// `ChatError(status:headers:body:)` and the layers know what to do.
public struct ClosureModel: ChatModel {
    /// The logical name requests ask for.
    public let name: String
    /// A closure answers all at once.
    public var streams: Bool { false }
    private let answer: @Sendable (ChatRequest) async throws -> Completion

    /// A model that answers with what the closure returns.
    public init(_ name: String, _ answer: @escaping @Sendable (ChatRequest) async throws -> Completion) {
        self.name = name
        self.answer = answer
    }

    /// Calls the closure.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        Reply(model: name, try await answer(request))
    }
}
