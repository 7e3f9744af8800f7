import LadderCore
import LadderHTTP
import LadderJSON
import LadderWire

/// The events of a streamed answer.
///
/// The stream has no mark of its own: it is complete when it ends after a finish reason. The reader waits for that end,
/// because signatures and token counts may come after the finish reason.
struct GeminiEventReader: ProviderEventReader {
    private var answer: GeminiAnswerReader

    init(_ answer: GeminiAnswerReader) {
        self.answer = answer
    }

    mutating func read(_ event: ServerSentEvent) throws -> EventReading {
        guard let json = try? JSONValue(parsing: event.data) else {
            throw ChatError(.invalidOutput, message: "an event of the stream is not JSON")
        }
        if let error = json["error"] ?? json[0]?["error"], !error.isNull {
            throw ChatError(status: 200, body: Array(event.data.utf8))
        }
        if let failure = answer.failure { throw failure }
        let reading = try answer.read(json)
        if let failure = answer.failure, reading.chunks.isEmpty { throw failure }
        return reading
    }

    mutating func ended() throws -> [ReplyChunk]? {
        if let failure = answer.failure { throw failure }
        guard let reason = answer.finishReason else { return nil }
        return answer.rest() + [.finished(reason, usage: answer.usage, metadata: answer.metadata)]
    }
}
