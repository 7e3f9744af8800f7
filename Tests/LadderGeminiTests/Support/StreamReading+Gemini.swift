import ClientTestSupport
import LadderCore

@testable import LadderGemini

extension StreamReading {
    private static var reader: GeminiEventReader {
        GeminiEventReader(GeminiAnswerReader(for: ChatRequest("Hi", model: "gemini")))
    }

    /// Reads a stream whose bytes arrive in these pieces.
    init(pieces: [[UInt8]]) {
        self.init(pieces: pieces, with: Self.reader)
    }

    /// Reads a stream that arrives as a whole.
    init(_ text: String) {
        self.init(pieces: [Array(text.utf8)])
    }

    /// Returns the readings that differ from the whole one: byte by byte, and split at each position.
    static func differences(of text: String) -> [StreamReading] {
        differences(of: text, with: reader)
    }
}
