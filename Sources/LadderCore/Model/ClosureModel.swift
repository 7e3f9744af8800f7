/// A model made of a closure, for a provider call that exists already.
///
/// ```swift
/// @Sendable func askOldClient(_ question: String, model: String) async throws -> String { "the call you have today" }
///
/// let model = ClosureModel("gpt-4o-mini") { request in
///     Completion(try await askOldClient(request.lastUserText ?? "", model: "gpt-4o-mini"))
/// }
/// ```
///
/// A closure that needs the deployment, the time left or the scope of the call takes the context as well:
///
/// ```swift
/// @Sendable func askOldClient(_ question: String, model: String) async throws -> String { "the call you have today" }
///
/// let deployed = ClosureModel("gpt-4o") { request, context in
///     let model = context.target?.modelID ?? request.model
///     return Completion(try await askOldClient(request.lastUserText ?? "", model: model))
/// }
/// ```
///
/// It does not stream, unless it is made with ``init(_:streaming:)``. What the closure throws is classified as in
/// ``ChatError/init(wrapping:)``: throw `ChatError(status:headers:body:)` and the layers know what to do. A closure
/// that computes or blocks, such as one around llama.cpp, must be made with `blocking: true`.
public struct ClosureModel: ChatModel {
    /// The logical name by which requests ask for the model.
    public let name: String
    /// Whether the closure returns a sequence of pieces.
    public let streams: Bool
    /// Whether the closure blocks its thread.
    public let blocksItsThread: Bool
    private let answer: @Sendable (ChatRequest, CallContext) async throws -> Reply

    /// Creates a model that answers with what the closure returns.
    ///
    /// - Parameters:
    ///   - name: The logical name by which requests ask for the model.
    ///   - blocking: Whether the closure blocks or computes instead of suspending; see ``ChatModel/blocksItsThread``.
    ///   - answer: The closure that asks the provider once.
    public init(
        _ name: String, blocking: Bool = false, answer: @escaping @Sendable (ChatRequest) async throws -> Completion
    ) {
        self.init(name, blocking: blocking) { request, _ in try await answer(request) }
    }

    /// Creates a model that answers with what the closure returns; the closure gets the call's context as well.
    ///
    /// - Parameters:
    ///   - name: The logical name by which requests ask for the model.
    ///   - blocking: Whether the closure blocks or computes instead of suspending; see ``ChatModel/blocksItsThread``.
    ///   - answer: The closure that asks the provider once.
    public init(
        _ name: String, blocking: Bool = false,
        answer: @escaping @Sendable (ChatRequest, CallContext) async throws -> Completion
    ) {
        self.name = name
        streams = false
        blocksItsThread = blocking
        self.answer = { request, context in Reply(model: name, try await answer(request, context)) }
    }

    /// Creates a model that answers with the pieces of the closure's sequence; the last must be `.finished`.
    public init<Pieces: AsyncSequence & Sendable>(
        _ name: String, streaming pieces: @escaping @Sendable (ChatRequest, CallContext) async throws -> Pieces
    ) where Pieces.Element == ReplyChunk {
        self.name = name
        streams = true
        blocksItsThread = false
        answer = { request, context in
            try await .live(model: name, from: SequenceSource(try await pieces(request, context)))
        }
    }

    /// Calls the closure and returns its answer.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        try await answer(request, context)
    }
}
