import LadderCore
import LadderHTTP
import LadderJSON

/// Anthropic's messages interface on the wire.
struct AnthropicFormat: ProviderFormat {
    /// Whether requests mark the stable part of the prompt.
    let cachesPrompt: Bool
    /// Whether thinking models are asked for summaries of their thinking.
    let showsThinking: Bool

    func write(_ asked: ProviderRequest) throws -> WrittenRequest {
        var writer = AnthropicRequestWriter(asked: asked, cachesPrompt: cachesPrompt, showsThinking: showsThinking)
        return try writer.write()
    }

    func completion(from json: JSONValue, for asked: ProviderRequest) throws -> Completion {
        try AnthropicAnswerReader(model: asked.request.model).completion(from: json)
    }

    func makeReader(for asked: ProviderRequest) -> any ProviderEventReader {
        AnthropicEventReader(model: asked.request.model)
    }

    func refusedParameter(in error: ChatError, body: JSONValue?) -> String? {
        (body?["error"]?["message"]?.string ?? error.providerMessage).flatMap { AnthropicRefusal.parameter(in: $0) }
    }
}
