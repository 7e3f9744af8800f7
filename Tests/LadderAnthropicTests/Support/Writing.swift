import LadderCore
import LadderHTTP
import LadderJSON

@testable import LadderAnthropic

/// Returns what is written for a request.
func written(
    _ request: ChatRequest, for modelID: String = "claude-sonnet-4-5", streamed: Bool = false,
    cachesPrompt: Bool = false,
    showsThinking: Bool = true, omitted: Set<String> = []
) throws -> WrittenRequest {
    var request = request
    if request.model.isEmpty { request.model = modelID }
    return try AnthropicFormat(cachesPrompt: cachesPrompt, showsThinking: showsThinking)
        .write(ProviderRequest(request, modelID: modelID, isStreamed: streamed, omitted: omitted))
}

/// Returns the body that is written for a request.
func body(
    _ request: ChatRequest, for modelID: String = "claude-sonnet-4-5", cachesPrompt: Bool = false,
    showsThinking: Bool = true, omitted: Set<String> = []
) throws -> JSONValue {
    try written(
        request, for: modelID, cachesPrompt: cachesPrompt, showsThinking: showsThinking, omitted: omitted
    ).body
}

/// Returns a request with one question and these options.
func question(_ options: ModelOptions, tools: [ToolDefinition] = []) -> ChatRequest {
    ChatRequest(messages: [.user("Hello")], options: options, tools: tools)
}

/// Returns a tool without parameters.
func tool(_ name: String) -> ToolDefinition {
    ToolDefinition(name: name, description: "Does \(name).", parameters: ["type": "object", "properties": [:]])
}
