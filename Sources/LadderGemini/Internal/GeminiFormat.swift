import LadderCore
import LadderHTTP
import LadderJSON

/// Gemini's `generateContent` and `streamGenerateContent` on the wire.
struct GeminiFormat: ProviderFormat {
    let showsThoughts: Bool

    func write(_ asked: ProviderRequest) throws -> WrittenRequest {
        var writer = GeminiRequestWriter(asked, showsThoughts: showsThoughts)
        let body = try writer.body()
        return WrittenRequest(
            path: GeminiEndpoint.path(modelID: asked.modelID, isStreamed: asked.isStreamed), body: body,
            schemas: writer.schemas, notes: writer.notes)
    }

    func completion(from json: JSONValue, for asked: ProviderRequest) throws -> Completion {
        var reader = GeminiAnswerReader(for: asked.request)
        var parts = GeminiPartCollector()
        // A gateway that ignores `alt=sse` sends the events of a stream as one array.
        for json in json.array ?? [json] { parts.add(try reader.read(json).chunks) }
        if let failure = reader.failure { throw failure }
        guard reader.hasCandidate else {
            throw ChatError(.invalidOutput, message: "the answer has no candidate", usage: reader.usage)
        }
        parts.add(reader.rest())
        return Completion(
            content: parts.content, finishReason: reader.finishReason ?? .stop, usage: reader.usage ?? Usage(),
            metadata: reader.metadata)
    }

    func makeReader(for asked: ProviderRequest) -> any ProviderEventReader {
        GeminiEventReader(GeminiAnswerReader(for: asked.request))
    }

    func refusedParameter(in error: ChatError, body: JSONValue?) -> String? {
        GeminiRefusal.parameter(in: error.providerMessage)
    }
}
