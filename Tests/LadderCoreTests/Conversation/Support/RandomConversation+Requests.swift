import LadderCore
import LadderJSON

extension RandomConversation {
    mutating func part(depth: Int = 1) -> ContentPart {
        switch number(0...(depth == 0 ? 6 : 7)) {
        case 0, 1: .text(text())
        case 2: .image(flip() ? .url(text()) : .data(bytes(), mediaType: text()))
        case 3: .file(FileContent(url: text(), mediaType: text(), name: maybe { $0.text() }))
        case 4: .file(FileContent(data: bytes(), mediaType: text(), name: maybe { $0.text() }))
        case 5: .reasoning(ReasoningContent(text: maybe { $0.text() }, opaqueBytes: bytes(), model: text()))
        case 6:
            .toolCall(
                ToolCall(
                    id: text(), name: text(), arguments: text(),
                    signature: maybe { ModelSignature(bytes: $0.bytes(), model: $0.text()) }))
        default:
            .toolResult(
                ToolResult(callID: text(), content: list(upTo: 3) { $0.part(depth: depth - 1) }, isError: flip()))
        }
    }

    mutating func message() -> ChatMessage {
        let role = ChatMessage.Role.allCases.randomElement(using: &random) ?? .user
        return ChatMessage(role: role, content: list(upTo: 4) { $0.part() })
    }

    mutating func toolChoice() -> ModelOptions.ToolChoice {
        switch number(0...3) {
        case 0: .automatic
        case 1: .none
        case 2: .required
        default: .tool(text())
        }
    }

    mutating func extra() -> ExtraFields {
        var extra = ExtraFields(fields())
        if flip() { extra[.anthropic] = fields() }
        if flip() { extra[ModelClient(text())] = fields() }
        return extra
    }

    mutating func options() -> ModelOptions {
        ModelOptions(
            temperature: maybe { $0.flip() ? 1 : $0.double() }, topP: maybe { $0.double() },
            maximumResponseTokens: maybe { $0.any() }, stopSequences: list(upTo: 2) { $0.text() },
            seed: maybe { $0.any() }, reasoningEffort: maybe { $0.flip() ? .high : ReasoningEffort($0.text()) },
            toolChoice: maybe { $0.toolChoice() }, extra: extra())
    }

    mutating func format() -> ResponseFormat {
        switch number(0...2) {
        case 0: .text
        case 1: .json
        default: .jsonSchema(name: text(), schema: schema(), strict: flip())
        }
    }

    mutating func request() -> ChatRequest {
        ChatRequest(
            model: text(), messages: list(upTo: 4) { $0.message() }, options: options(),
            tools: list(upTo: 2) {
                ToolDefinition(name: $0.text(), description: $0.text(), parameters: $0.schema())
            }, responseFormat: format())
    }

    mutating func finishReason() -> FinishReason {
        switch number(0...5) {
        case 0: .stop
        case 1: .length
        case 2: .toolCalls
        case 3: .filtered
        case 4: .partial(.readerTooSlow)
        default: .partial(.error(kind()))
        }
    }

    mutating func completion() -> Completion {
        Completion(
            content: list(upTo: 4) { $0.part() }, finishReason: finishReason(),
            usage: Usage(
                inputTokens: any(), outputTokens: number(0...9), cacheReadTokens: number(0...1),
                cacheWriteTokens: number(0...1), longCacheWriteTokens: number(0...1), reasoningTokens: number(0...1),
                isEstimated: flip()),
            metadata: maybe { conversation in
                ReplyMetadata(
                    requestID: conversation.maybe { $0.text() },
                    rateLimits: conversation.list(upTo: 2) { conversation in
                        RateLimit(
                            name: conversation.text(), limit: conversation.maybe { $0.any() },
                            remaining: conversation.maybe { $0.any() }, resets: conversation.maybe { $0.wallTime() })
                    }, raw: conversation.fields())
            })
    }
}
