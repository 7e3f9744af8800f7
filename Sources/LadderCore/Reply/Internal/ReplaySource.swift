/// A whole answer, told again piece by piece.
final class ReplaySource: ReplySource {
    /// All pieces are handed to the reader before it is asked.
    static let empty = ReplaySource()

    func next() async throws -> ReplyChunk? { nil }

    static func chunks(of completion: Completion) -> [ReplyChunk] {
        var calls = 0
        var chunks = completion.content.compactMap { part -> ReplyChunk? in
            switch part {
            case .text(let text):
                return text.isEmpty ? nil : .text(text)
            case .toolCall(let call):
                defer { calls += 1 }
                return .toolCall(
                    ToolCallDelta(index: calls, id: call.id, name: call.name, arguments: call.arguments))
            case .image, .toolResult:
                return nil
            }
        }
        chunks.append(
            .finished(completion.finishReason, usage: completion.usage, metadata: completion.metadata))
        return chunks
    }
}
