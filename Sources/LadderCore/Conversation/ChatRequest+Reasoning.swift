extension ChatRequest {
    /// Whether the conversation has parts that a model has signed, which other models refuse.
    var hasSignedParts: Bool {
        messages.contains { $0.content.contains(where: \.isSigned) }
    }

    /// Returns the request without the reasoning and the signatures of other models, and the number of parts left out.
    ///
    /// A provider refuses, or ignores at best, what another model signed. The model call passes all names of the model it
    /// asks. A message that consisted of such parts alone is left out as well.
    package func keepingReasoning(of models: [String]) -> (request: ChatRequest, removed: Int) {
        var removed = 0
        var request = self
        request.messages = messages.compactMap { message in
            let before = removed
            var message = message
            message.content = message.content.compactMap { $0.keepingReasoning(of: models, removed: &removed) }
            return message.content.isEmpty && removed > before ? nil : message
        }
        return removed == 0 ? (self, 0) : (request, removed)
    }

    /// The request without the opaque bytes of reasoning and signatures: what identifies it in a cache.
    ///
    /// A reasoning part without text is left out as a whole.
    package var withoutOpaqueBytes: ChatRequest {
        var request = self
        request.messages = messages.map { message in
            var message = message
            message.content = message.content.compactMap(\.withoutOpaqueBytes)
            return message
        }
        return request
    }
}

extension ContentPart {
    /// Returns the part as it may be sent to `model`, and counts what was left out.
    fileprivate func keepingReasoning(of models: [String], removed: inout Int) -> ContentPart? {
        switch self {
        case .reasoning(let reasoning) where !models.contains(reasoning.model):
            removed += 1
            return nil
        case .toolCall(var call):
            guard let signature = call.signature, !models.contains(signature.model) else { return self }
            removed += 1
            call.signature = nil
            return .toolCall(call)
        case .text, .image, .file, .reasoning, .toolResult:
            return self
        }
    }

    fileprivate var isSigned: Bool {
        switch self {
        case .reasoning: true
        case .toolCall(let call): call.signature != nil
        case .text, .image, .file, .toolResult: false
        }
    }

    fileprivate var withoutOpaqueBytes: ContentPart? {
        switch self {
        case .reasoning(var reasoning):
            reasoning.opaqueBytes = []
            return reasoning.text == nil ? nil : .reasoning(reasoning)
        case .toolCall(var call):
            call.signature = nil
            return .toolCall(call)
        case .text, .image, .file, .toolResult:
            return self
        }
    }
}
