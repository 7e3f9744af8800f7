import LadderCore
import LadderHTTP
import LadderWire

@testable import LadderGemini

/// What a stream means: its pieces, how many events showed progress, and the error that ended it.
struct ParsedStream: Hashable {
    var chunks: [ReplyChunk] = []
    var progress = 0
    var error: ChatError?
    var isCut = false

    /// Parses the bytes of a stream, which arrive in these pieces.
    init(_ pieces: [some Sequence<UInt8>], asking request: ChatRequest = ChatRequest("Hi", model: "gemini")) {
        var parser = EventStreamParser()
        var reader = GeminiEventReader(GeminiAnswerReader(for: request))
        do {
            for piece in pieces {
                for event in try parser.events(in: Array(piece)) {
                    let reading = try reader.read(event)
                    chunks += reading.chunks
                    progress += reading.isProgress ? 1 : 0
                }
            }
            if let rest = try reader.ended() { chunks += rest } else { isCut = true }
        } catch {
            self.error = error as? ChatError
        }
    }

    init(_ text: String) {
        self.init([Array(text.utf8)])
    }

    var text: String { chunks.compactMap(\.text).joined() }

    var ending: ReplyChunk.Ending? {
        if case .finished(let ending)? = chunks.last { return ending }
        return nil
    }

    var reasoning: [ReasoningContent] {
        chunks.compactMap { chunk in
            if case .part(.reasoning(let reasoning)) = chunk { return reasoning }
            return nil
        }
    }

    var calls: [ToolCallDelta] {
        chunks.compactMap { chunk in
            if case .toolCall(let delta) = chunk { return delta }
            return nil
        }
    }
}
