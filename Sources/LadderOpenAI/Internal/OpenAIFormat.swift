import LadderCore
import LadderHTTP
import LadderJSON
import LadderWire

/// OpenAI's chat completions on the wire.
struct OpenAIFormat: ProviderFormat {
    let server: OpenAIServer

    func write(_ asked: ProviderRequest) throws -> WrittenRequest {
        var body: [String: JSONValue] = [
            "model": .string(asked.modelID), "stream": .bool(asked.isStreamed),
            "messages": .array(
                asked.request.messages.map { ["role": .string($0.role.rawValue), "content": .string($0.text)] }),
        ]
        if asked.isStreamed { body["stream_options"] = ["include_usage": true] }
        return WrittenRequest(path: "/chat/completions", body: .object(body))
    }

    func completion(from json: JSONValue, for asked: ProviderRequest) throws -> Completion {
        guard let choice = json["choices"]?[0], let text = choice["message"]?["content"]?.string else {
            throw ChatError(.invalidOutput)
        }
        return Completion(text, usage: Usage(openAI: json["usage"]) ?? Usage())
    }

    func makeReader(for asked: ProviderRequest) -> any ProviderEventReader { OpenAIEventReader() }

    func refusedParameter(in error: ChatError, body: JSONValue?) -> String? { nil }
}

extension Usage {
    init?(openAI json: JSONValue?) {
        guard let input = json?["prompt_tokens"]?.int, let output = json?["completion_tokens"]?.int else { return nil }
        self.init(inputTokens: input, outputTokens: output)
    }
}

struct OpenAIEventReader: ProviderEventReader {
    var usage: Usage?

    mutating func read(_ event: ServerSentEvent) throws -> EventReading {
        if event.data == "[DONE]" { return EventReading([.finished(.stop, usage: usage)]) }
        let json = try JSONValue(parsing: event.data)
        usage = Usage(openAI: json["usage"]) ?? usage
        guard let text = json["choices"]?[0]?["delta"]?["content"]?.string else { return .nothing }
        return EventReading([.text(text)])
    }

    mutating func ended() throws -> [ReplyChunk]? { nil }
}
