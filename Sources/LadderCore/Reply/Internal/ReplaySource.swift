/// The source of a stream that replays a whole answer: all its pieces are handed to the reader before it is asked.
final class ReplaySource: ReplySource {
    static let empty = ReplaySource()

    func next() async throws -> ReplyChunk? { nil }

    /// Returns the pieces of a whole answer; parts that no model writes (tool results) are left out.
    static func chunks(of completion: Completion) -> [ReplyChunk] {
        var calls = 0
        var chunks = completion.content.compactMap { part -> ReplyChunk? in
            switch part {
            case .text(let text):
                return text.isEmpty ? nil : .text(text)
            case .toolCall(let call):
                defer { calls += 1 }
                return .toolCall(ToolCallDelta(index: calls, call))
            case .image, .file, .reasoning:
                return .part(part)
            case .toolResult:
                return nil
            }
        }
        chunks.append(
            .finished(completion.finishReason, usage: completion.usage, metadata: completion.metadata))
        return chunks
    }
}
