/// Makes a whole answer of its pieces.
enum CompletionBuilder {
    static func completion(of chunks: [ReplyChunk], meter: (any TokenEstimating)?) -> Completion {
        var content: [ContentPart] = []
        var text = ""
        var calls: [Int: Int] = [:]
        for chunk in chunks {
            switch chunk {
            case .text(let piece):
                text += piece
            case .toolCall(let delta):
                if !text.isEmpty { content.append(.text(text)) }
                text = ""
                add(delta, to: &content, calls: &calls)
            case .finished:
                break
            }
        }
        if !text.isEmpty || content.isEmpty { content.append(.text(text)) }
        let ending = ending(of: chunks)
        return Completion(
            content: content,
            finishReason: ending?.finishReason ?? .stop,
            usage: usage(of: chunks, meter: meter),
            metadata: ending?.metadata
        )
    }

    static func usage(of chunks: [ReplyChunk], meter: (any TokenEstimating)?) -> Usage {
        if let usage = ending(of: chunks)?.usage { return usage }
        let written = text(of: chunks)
        return Usage(
            inputTokens: meter?.estimatedInputTokens ?? 0,
            outputTokens: meter?.estimatedTokens(in: written) ?? (written.utf8.count + 3) / 4,
            isEstimated: true
        )
    }

    static func ending(of chunks: [ReplyChunk]) -> ReplyChunk.Ending? {
        if case .finished(let ending)? = chunks.last { return ending }
        return nil
    }

    /// Everything the model wrote, tool arguments included: what tokens are estimated by.
    private static func text(of chunks: [ReplyChunk]) -> String {
        chunks.reduce(into: "") { text, chunk in
            switch chunk {
            case .text(let piece): text += piece
            case .toolCall(let delta): text += (delta.name ?? "") + delta.arguments
            case .finished: break
            }
        }
    }

    private static func add(_ delta: ToolCallDelta, to content: inout [ContentPart], calls: inout [Int: Int]) {
        let position = calls[delta.index] ?? content.count
        if position == content.count {
            calls[delta.index] = position
            content.append(.toolCall(ToolCall(id: "", name: "", arguments: "")))
        }
        guard case .toolCall(var call) = content[position] else { return }
        call.id += delta.id ?? ""
        call.name += delta.name ?? ""
        call.arguments += delta.arguments
        content[position] = .toolCall(call)
    }
}
