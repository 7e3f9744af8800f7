import LadderCore
import LadderHTTP
import LadderJSON

/// OpenAI's chat completions on the wire.
struct OpenAIFormat: ProviderFormat {
    let server: OpenAIServer

    func write(_ asked: ProviderRequest) throws -> WrittenRequest {
        var writer = OpenAIRequestWriter(asked, server: server)
        return try writer.write()
    }

    func completion(from json: JSONValue, for asked: ProviderRequest) throws -> Completion {
        try OpenAIAnswerReader(model: asked.request.model).completion(from: json)
    }

    func makeReader(for asked: ProviderRequest) -> any ProviderEventReader {
        OpenAIEventReader(model: asked.request.model)
    }

    func refusedParameter(in error: ChatError, body: JSONValue?) -> String? {
        OpenAIRefusal.parameter(in: body)
    }
}
