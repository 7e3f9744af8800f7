import LadderCore
import LadderHTTP
import LadderJSON
import LadderTesting

@testable import LadderGemini

/// Writes a request as the client does.
func written(
    _ request: ChatRequest, model: String = "gemini-2.5-flash", streamed: Bool = false, showsThoughts: Bool = true,
    omitted: Set<String> = []
) throws -> WrittenRequest {
    var request = request
    request.model = model
    let asked = ProviderRequest(request, modelID: model, isStreamed: streamed, omitted: omitted)
    return try GeminiFormat(showsThoughts: showsThoughts).write(asked)
}

/// Reads a whole answer as the client does.
func completion(_ json: String, asking request: ChatRequest = ChatRequest("Hi", model: "gemini")) throws -> Completion {
    let asked = ProviderRequest(request, modelID: request.model, isStreamed: false)
    return try GeminiFormat(showsThoughts: true).completion(from: JSONValue(parsing: json), for: asked)
}

extension ScriptedTransport {
    /// The bodies of the requests so far.
    var bodies: [JSONValue] {
        get throws { try requests.map { try JSONValue(parsing: $0.body) } }
    }
}
