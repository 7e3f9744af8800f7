/// One layer of a pipeline.
///
/// A layer gets the request on its way in and the reply on its way out. It may change either, answer by itself, or call
/// `next` again. It is written once and serves whole and streamed answers alike:
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
/// What a layer must keep:
/// - A reply means the first content is there. What failed before was thrown; what fails later cannot be taken back, so a
///   layer does not ask again once it has a reply.
/// - To learn how a reply ends, register with ``Reply/onEnd(_:)``. To change its text, use ``Reply/mapText(_:)``. To see
///   all of it first, use ``Reply/collect()``.
/// - Rethrow errors you cannot cure, `CancellationError` above all.
/// - Take time, sleep, randomness and background tasks from ``CallContext/runtime``.
///
/// A layer is a struct around shared state: copies share it. Check yours with `checkMiddleware` of LadderTesting.
public protocol Middleware: Sendable {
    /// Answers, usually by asking `next`.
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply

    /// What the layer is, for `pipeline.explain()` and `pipeline.diagnostics`.
    var layerDescription: LayerDescription { get }

    /// What is wrong with its configuration, one sentence each; a pipeline with problems cannot be made.
    var configurationProblems: [String] { get }

    /// Finishes what the layer has under way; called by `pipeline.shutdown(within:)` after the last call.
    func shutdown() async
}

extension Middleware {
    /// The type's name and nothing else.
    public var layerDescription: LayerDescription {
        LayerDescription(role: .custom, name: "\(type(of: self))")
    }

    /// Nothing is wrong.
    public var configurationProblems: [String] { [] }

    /// Nothing is under way.
    public func shutdown() async {}
}
