import LadderJSON
import Testing

@testable import LadderCore

/// Fails when a type of a request gets a new stored property, until the key covers it and it is added here.
@Suite struct KeyCoverageTests {
    private func properties(of value: Any) -> [String] {
        Mirror(reflecting: value).children.compactMap(\.label)
    }

    @Test func `the key covers every field of a request`() {
        #expect(
            properties(of: ChatRequest("q")) == ["model", "messages", "options", "tools", "responseFormat"])
        #expect(
            properties(of: ModelOptions()) == [
                "temperature", "topP", "maximumResponseTokens", "stopSequences", "seed", "reasoningEffort",
                "toolChoice",
                "extra",
            ])
        #expect(properties(of: ReasoningEffort.low) == ["rawValue"])
        #expect(properties(of: ModelClient.openAI) == ["rawValue"])
        #expect(properties(of: ExtraFields()) == ["shared", "bound"])
        #expect(
            properties(of: ToolDefinition(name: "", description: "", parameters: [:])) == [
                "name", "description", "parameters",
            ])
    }

    @Test func `the key and the stored form cover every field of a message`() {
        #expect(properties(of: ChatMessage.user("q")) == ["role", "content"])
        #expect(properties(of: FileContent(url: "", mediaType: "")) == ["source", "mediaType", "name"])
        #expect(properties(of: ReasoningContent(model: "")) == ["text", "opaqueBytes", "model"])
        #expect(
            properties(of: ToolCall(id: "", name: "", arguments: "")) == ["id", "name", "arguments", "signature"])
        #expect(properties(of: ToolResult(callID: "", text: "")) == ["callID", "content", "isError"])
        #expect(properties(of: ModelSignature(bytes: [], model: "")) == ["bytes", "model"])
    }

    @Test func `the stored form covers every field of an answer`() {
        #expect(properties(of: Completion("a")) == ["content", "finishReason", "usage", "metadata"])
        #expect(
            properties(of: Usage()) == [
                "inputTokens", "outputTokens", "cacheReadTokens", "cacheWriteTokens", "longCacheWriteTokens",
                "reasoningTokens", "isEstimated",
            ])
        #expect(properties(of: ReplyMetadata()) == ["requestID", "rateLimits", "raw"])
        #expect(
            properties(of: CachedAnswer(Completion("a"), level: .primary, model: "m", cost: nil, latency: .zero)) == [
                "completion", "level", "model", "cost", "latency",
            ])
    }

    @Test func `the key decides about every field of a scope`() {
        // The tags are no part of a key: they count and route.
        #expect(properties(of: CallScope()) == ["tenant", "user", "session", "feature", "tags"])
    }
}
