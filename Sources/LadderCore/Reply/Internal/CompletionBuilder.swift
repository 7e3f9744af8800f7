/// Makes a whole answer of its pieces.
package enum CompletionBuilder {
    static func completion(of chunks: [ReplyChunk], meter: (any TokenEstimating)?) -> Completion {
        let ending = ending(of: chunks)
        return Completion(
            content: content(of: chunks),
            finishReason: ending?.finishReason ?? .stop,
            usage: usage(of: chunks, meter: meter),
            metadata: ending?.metadata
        )
    }

    /// Returns the parts of an answer in the order in which they began: text is joined until another part begins.
    package static func content(of chunks: [ReplyChunk]) -> [ContentPart] {
        var content: [ContentPart] = []
        var text = ""
        var calls: [Int: Int] = [:]
        func endText() {
            if !text.isEmpty { content.append(.text(text)) }
            text = ""
        }
        for chunk in chunks {
            switch chunk {
            case .text(let piece), .part(.text(let piece)):
                text += piece
            case .toolCall(let delta):
                endText()
                add(delta, to: &content, calls: &calls)
            case .part(let part):
                endText()
                content.append(part)
            case .finished:
                break
            }
        }
        endText()
        return content.isEmpty ? [.text("")] : content
    }

    static func usage(of chunks: [ReplyChunk], meter: (any TokenEstimating)?) -> Usage {
        if let usage = ending(of: chunks)?.usage { return usage }
        let written = chunks.reduce(into: "") { $0 += $1.writtenText }
        return Usage(
            inputTokens: meter?.estimatedInputTokens ?? 0,
            outputTokens: meter?.estimatedTokens(in: written)
                ?? StandardTokenEstimator().tokens(in: written),
            isEstimated: true
        )
    }

    static func ending(of chunks: [ReplyChunk]) -> ReplyChunk.Ending? {
        if case .finished(let ending)? = chunks.last { return ending }
        return nil
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
        call.signature = delta.signature ?? call.signature
        content[position] = .toolCall(call)
    }
}
