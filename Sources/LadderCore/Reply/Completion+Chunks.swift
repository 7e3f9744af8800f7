extension Completion {
    /// Returns the pieces of this answer without the last one, `finished`. Parts that no model writes (tool results) are
    /// left out.
    ///
    /// - Parameter pieces: Returns the pieces of a text that is not empty.
    package func chunks<Pieces: Sequence<String>>(cuttingText pieces: (String) -> Pieces) -> [ReplyChunk] {
        var chunks: [ReplyChunk] = []
        var calls = 0
        for part in content {
            switch part {
            case .text(let text):
                if !text.isEmpty { chunks += pieces(text).lazy.map { ReplyChunk.text($0) } }
            case .toolCall(let call):
                chunks.append(.toolCall(ToolCallDelta(index: calls, call)))
                calls += 1
            case .image, .file, .reasoning:
                chunks.append(.part(part))
            case .toolResult:
                break
            }
        }
        return chunks
    }
}
