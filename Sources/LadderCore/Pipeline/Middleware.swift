/// A type that is one layer of a pipeline.
///
/// A layer gets the request before the model does, and the reply before the caller does. It may change either, answer
/// without a model, or call `next` again. The same code serves whole and streamed answers:
///
/// ```swift
/// struct Polite: Middleware {
///     func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
///         var request = request
///         request.messages.insert(.system("Be polite."), at: 0)
///         return try await next(request, context)
///     }
/// }
/// ```
///
/// The rules for a layer:
/// - A reply means that the first content has arrived. What failed before was thrown; what fails later cannot be
///   undone, so a layer does not ask again once it has a reply.
/// - To learn how a reply ends, register with ``Reply/onEnd(_:)``. To change its text, or to see all of it first, call
///   `next` with a closure for the text: ``Next/callAsFunction(_:_:mappingText:)`` and its siblings.
/// - Rethrow errors from which you cannot recover, `CancellationError` above all.
/// - Take time, sleep, random numbers and background tasks from ``CallContext/runtime``.
///
/// A layer is a struct, and its copies share its state. Check yours with `checkMiddleware` of LadderTesting.
public protocol Middleware: Sendable {
    /// Returns the reply to a request, usually that of `next`.
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply

    /// The description of the layer, for `pipeline.explain()` and `pipeline.diagnostics`.
    var layerDescription: LayerDescription { get }

    /// The mistakes in its configuration, one sentence each; a pipeline with mistakes cannot be created.
    var configurationProblems: [String] { get }

    /// Takes what the application reports about an answer; see ``Pipeline/report(wrongAnswer:entry:)``.
    func receive(feedback: AnswerFeedback) async

    /// Ends the layer's background work; `pipeline.shutdown(within:)` calls it after the last call.
    func shutdown() async
}

extension Middleware {
    /// A description with the role `custom` and the name of the type.
    public var layerDescription: LayerDescription {
        LayerDescription(role: .custom, name: "\(type(of: self))")
    }

    /// An empty list, for a layer without options that can be wrong.
    public var configurationProblems: [String] { [] }

    /// Does nothing, for a layer that does not learn from feedback.
    public func receive(feedback: AnswerFeedback) async {}

    /// Does nothing, for a layer without background work.
    public func shutdown() async {}
}
