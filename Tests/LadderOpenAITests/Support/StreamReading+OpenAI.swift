import ClientTestSupport

@testable import LadderOpenAI

extension StreamReading {
    /// Reads a stream whose bytes arrive in these pieces.
    init(pieces: [[UInt8]]) {
        self.init(pieces: pieces, with: OpenAIEventReader(model: "gpt"))
    }

    /// Reads a stream that arrives as a whole.
    init(_ text: String) {
        self.init(pieces: [Array(text.utf8)])
    }

    /// Returns the readings that differ from the whole one: byte by byte, and split at each position.
    static func differences(of text: String) -> [StreamReading] {
        differences(of: text, with: OpenAIEventReader(model: "gpt"))
    }
}
