import LadderCore
import LadderHTTP
import LadderJSON

/// Writes one request as a body of Anthropic's messages interface.
struct AnthropicRequestWriter {
    let asked: ProviderRequest
    let cachesPrompt: Bool
    let showsThinking: Bool

    var body: [String: JSONValue] = [:]
    var schemas: [String: JSONSchema] = [:]
    var notes: [String] = []

    init(asked: ProviderRequest, cachesPrompt: Bool, showsThinking: Bool) {
        self.asked = asked
        self.cachesPrompt = cachesPrompt
        self.showsThinking = showsThinking
    }

    var request: ChatRequest { asked.request }
    var options: ModelOptions { asked.request.options }

    /// Writes the request.
    ///
    /// - Throws: `ChatError` of the kind `invalidRequest` for what the provider cannot be asked.
    mutating func write() throws -> WrittenRequest {
        let traits = AnthropicModelTraits(modelID: asked.modelID)
        let plan = ThinkingPlan(
            of: request, modelID: asked.modelID, traits: traits, showsThinking: showsThinking, omitted: asked.omitted)
        var conversation = try AnthropicConversation(request.messages)
        body["model"] = .string(asked.modelID)
        body["max_tokens"] = .integer(plan.maximumTokens)
        if asked.isStreamed { body["stream"] = true }
        writeThinking(plan)
        writeSampling(traits, isThinking: plan.isThinking)
        writeTools(traits)
        writeFormat(traits, into: &conversation)
        notes += conversation.notes
        body["messages"] = .array(
            conversation.messages.map { ["role": .string($0.role), "content": .array($0.blocks)] })
        if let system = conversation.system { body["system"] = .string(system) }
        markPrompt()
        mergeExtra()
        return WrittenRequest(path: "/v1/messages", body: .object(body), schemas: schemas, notes: notes)
    }

    private mutating func writeThinking(_ plan: ThinkingPlan) {
        notes += plan.notes
        if let field = plan.field { body["thinking"] = field }
        if let effort = plan.effort { setOutput("effort", to: .string(effort)) }
    }

    /// Sets a member of `output_config`, unless the target refuses the whole of it.
    mutating func setOutput(_ key: String, to value: JSONValue) {
        if asked.omitted.contains("output_config") {
            notes.append("the target refuses output_config.\(key); it is left out")
            return
        }
        var members = body["output_config"]?.object ?? [:]
        members[key] = value
        body["output_config"] = .object(members)
    }

    private mutating func markPrompt() {
        guard cachesPrompt else { return }
        if asked.omitted.contains("cache_control") {
            notes.append("the target refuses cache_control; the prompt is not marked")
        } else {
            AnthropicPromptCache.mark(&body)
        }
    }

    /// Adds the caller's own fields, which win. Members of `output_config` are merged one by one.
    private mutating func mergeExtra() {
        for (key, value) in options.extra.fields(for: .anthropic) {
            if key == "output_config", let own = value.object, let written = body[key]?.object {
                body[key] = .object(written.merging(own) { _, own in own })
            } else {
                body[key] = value
            }
        }
    }
}
