import LadderJSON

extension ChatRequest {
    /// Returns the tokens of everything in this request, and what chat formats add: four for each message, and three for
    /// the beginning of the answer.
    package func inputTokens(counting tokens: (String) -> Int) -> Int {
        textTokens(counting: tokens)
            .saturatingAdding(messages.count.saturatingMultiplied(by: 4))
            .saturatingAdding(messages.isEmpty ? 0 : 3)
    }

    /// Returns the tokens of everything in this request that is sent as text, and of its pictures and files: messages,
    /// definitions of tools and the schema of the answer.
    ///
    /// - Parameter tokens: Returns the number of tokens in a text. A negative one counts as 0.
    package func textTokens(counting tokens: (String) -> Int) -> Int {
        var sum = 0
        func add(_ text: String) { sum = sum.saturatingAdding(max(0, tokens(text))) }
        for message in messages {
            for part in message.content { sum = sum.saturatingAdding(part.tokens(counting: tokens)) }
        }
        for tool in tools {
            add(tool.name)
            add(tool.description)
            add(tool.parameters.text)
        }
        if case .jsonSchema(let name, let schema, _) = responseFormat {
            add(name)
            add(schema.text)
        }
        return sum
    }
}

extension ContentPart {
    fileprivate func tokens(counting tokens: (String) -> Int) -> Int {
        switch self {
        case .text(let text): max(0, tokens(text))
        case .toolCall(let call): max(0, tokens(call.name)).saturatingAdding(max(0, tokens(call.arguments)))
        case .toolResult(let result):
            result.content.reduce(0) { $0.saturatingAdding($1.tokens(counting: tokens)) }
        case .reasoning(let reasoning): reasoning.text.map { max(0, tokens($0)) } ?? 0
        case .image: 1_000
        // One for every 32 bytes, but no fewer than for a picture.
        case .file(let file): max(1_000, file.byteCount / 32)
        }
    }
}
