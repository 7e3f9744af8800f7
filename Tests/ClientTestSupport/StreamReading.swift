package import LadderCore
package import LadderHTTP
import LadderWire

/// What the reader of a client makes of one stream.
package struct StreamReading: Equatable {
    package var chunks: [ReplyChunk] = []
    /// The number of events that showed progress.
    package var progress = 0
    /// Whether the stream ended without its end.
    package var isCut = false
    package var error: ChatError?

    /// Reads a stream whose bytes arrive in these pieces.
    package init(pieces: [[UInt8]], with reader: any ProviderEventReader) {
        var parser = EventStreamParser()
        var reader = reader
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
        } catch {
            self.error = error as? ChatError ?? ChatError(wrapping: error)
        }
    }

    /// Returns the readings that differ from the whole one: byte by byte, and split at each position.
    package static func differences(of text: String, with reader: any ProviderEventReader) -> [StreamReading] {
        let bytes = Array(text.utf8)
        let splits = bytes.indices.map { [Array(bytes[..<$0]), Array(bytes[$0...])] }
        let whole = StreamReading(pieces: [bytes], with: reader)
        return ([bytes.map { [$0] }] + splits)
            .map { StreamReading(pieces: $0, with: reader) }
            .filter { $0 != whole }
    }
}

extension StreamReading {
    /// The kind of the error; nil where there is none.
    package var failure: ChatError.Kind? { error?.kind }

    package var text: String { chunks.compactMap(\.text).joined() }

    package var parts: [ContentPart] {
        chunks.compactMap { chunk in
            if case .part(let part) = chunk { return part }
            return nil
        }
    }

    package var reasoning: [ReasoningContent] {
        parts.compactMap { part in
            if case .reasoning(let reasoning) = part { return reasoning }
            return nil
        }
    }

    package var calls: [ToolCallDelta] {
        chunks.compactMap { chunk in
            if case .toolCall(let delta) = chunk { return delta }
            return nil
        }
    }

    package var ending: ReplyChunk.Ending? {
        if case .finished(let ending)? = chunks.last { return ending }
        return nil
    }
}
