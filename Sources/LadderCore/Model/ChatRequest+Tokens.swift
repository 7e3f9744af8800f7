import LadderJSON

extension ChatModel {
    /// Returns the estimates of everything in a request that is sent as text, and of its pictures and files: messages,
    /// definitions of tools and the schema of the answer.
    package func estimatedTextTokens(of request: ChatRequest) -> Int {
        var sum = 0
        func add(_ text: String) { sum = sum.saturatingAdding(max(0, estimatedTokens(in: text))) }
        for message in request.messages {
            for part in message.content { sum = sum.saturatingAdding(estimatedTokens(of: part)) }
        }
        for tool in request.tools {
            add(tool.name)
            add(tool.description)
            add(tool.parameters.text)
        }
        if case .jsonSchema(let name, let schema, _) = request.responseFormat {
            add(name)
            add(schema.text)
        }
        return sum
    }

    private func estimatedTokens(of part: ContentPart) -> Int {
        switch part {
        case .text(let text): max(0, estimatedTokens(in: text))
        case .toolCall(let call):
            max(0, estimatedTokens(in: call.name)).saturatingAdding(max(0, estimatedTokens(in: call.arguments)))
        case .toolResult(let result):
            result.content.reduce(0) { $0.saturatingAdding(estimatedTokens(of: $1)) }
        case .reasoning(let reasoning): reasoning.text.map { max(0, estimatedTokens(in: $0)) } ?? 0
        case .image: 1_000
        // One for every 32 bytes, but no fewer than for a picture.
        case .file(let file): max(1_000, file.byteCount / 32)
        }
    }
}
