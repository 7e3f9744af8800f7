import LadderCore

/// A client whose model has another logical name than the provider's.
///
/// The provider's name travels in the target, so the request keeps the logical name: signed reasoning is bound to it.
struct NamedModel: ChatModel {
    let name: String
    let modelID: String
    let client: any ChatModel

    var streams: Bool { client.streams }
    var isLocal: Bool { client.isLocal }
    var blocksItsThread: Bool { client.blocksItsThread }

    func expectedSilence(for request: ChatRequest) -> Duration? { client.expectedSilence(for: renamed(request)) }
    func estimatedTokens(in text: String) -> Int { client.estimatedTokens(in: text) }
    func estimatedInputTokens(of request: ChatRequest) -> Int { client.estimatedInputTokens(of: renamed(request)) }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        var context = context
        if context.target?.modelID == nil {
            context.target = Target(id: context.targetID(for: request), modelID: modelID)
        }
        var reply = try await client.respond(to: request, context: context)
        reply.model = name
        return reply
    }

    private func renamed(_ request: ChatRequest) -> ChatRequest {
        var request = request
        request.model = modelID
        return request
    }
}
