import LadderCore
import LadderHTTP
import LadderWire

@testable import LadderOpenAI

/// What the reader makes of one stream.
struct StreamReading: Equatable {
    var chunks: [ReplyChunk] = []
    /// The number of events that showed progress.
    var progress = 0
    /// Whether the stream ended without its end.
    var isCut = false
    var failure: ChatError.Kind?

    /// Reads a stream whose bytes arrive in these pieces.
    init(pieces: [[UInt8]]) {
        var parser = EventStreamParser()
        var reader = OpenAIEventReader(model: "gpt")
        do {
            for piece in pieces {
                for event in try parser.events(in: piece) {
                    let reading = try reader.read(event)
                    chunks += reading.chunks
                    progress += reading.isProgress ? 1 : 0
                    if case .finished? = reading.chunks.last { return }
                }
            }
            let rest = try reader.ended()
            chunks += rest ?? []
            isCut = rest == nil
        } catch let error as ChatError {
            failure = error.kind
        } catch {
            failure = .server
        }
    }

    /// Returns the readings that differ from the whole one: byte by byte, and split at each position.
    static func differences(of text: String) -> [StreamReading] {
        let bytes = Array(text.utf8)
        let whole = StreamReading(pieces: [bytes])
        var readings = [StreamReading(pieces: bytes.map { [$0] })]
        for position in 0...bytes.count {
            readings.append(StreamReading(pieces: [Array(bytes[..<position]), Array(bytes[position...])]))
        }
        return readings.filter { $0 != whole }
    }

    init(_ text: String) {
        self.init(pieces: [Array(text.utf8)])
    }

    var text: String {
        chunks.reduce(into: "") { text, chunk in
            if case .text(let piece) = chunk { text += piece }
        }
    }

    var ending: ReplyChunk.Ending? {
        if case .finished(let ending)? = chunks.last { return ending }
        return nil
    }
}
