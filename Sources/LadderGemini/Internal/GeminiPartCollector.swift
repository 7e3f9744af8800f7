import LadderCore

/// Puts the pieces of an answer together.
struct GeminiPartCollector {
    private(set) var content: [ContentPart] = []

    mutating func add(_ chunks: [ReplyChunk]) {
        for chunk in chunks {
            switch chunk {
            case .text(let text): add(text: text)
            case .toolCall(let delta):
                content.append(
                    .toolCall(
                        ToolCall(
                            id: delta.id ?? "", name: delta.name ?? "", arguments: delta.arguments,
                            signature: delta.signature)))
            case .part(let part): content.append(part)
            case .finished: break
            }
        }
    }

    private mutating func add(text: String) {
        if case .text(let before)? = content.last {
            content[content.count - 1] = .text(before + text)
        } else {
            content.append(.text(text))
        }
    }
}
