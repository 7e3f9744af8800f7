import LadderCore
import LadderHTTP
import LadderJSON

/// Writes one request as a body of Anthropic's messages interface.
struct AnthropicRequestWriter {
    let asked: ProviderRequest
    let cachesPrompt: Bool
    let showsThinking: Bool

    private var body: [String: JSONValue] = [:]
    private var schemas: [String: JSONSchema] = [:]
    private var notes: [String] = []

    init(asked: ProviderRequest, cachesPrompt: Bool, showsThinking: Bool) {
        self.asked = asked
        self.cachesPrompt = cachesPrompt
        self.showsThinking = showsThinking
    }

    private var request: ChatRequest { asked.request }
    private var options: ModelOptions { asked.request.options }

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
    private mutating func setOutput(_ key: String, to value: JSONValue) {
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

// MARK: Sampling

extension AnthropicRequestWriter {
    private mutating func writeSampling(_ traits: AnthropicModelTraits, isThinking: Bool) {
        if options.seed != nil { notes.append("Anthropic has no seed; it is left out") }
        if !options.stopSequences.isEmpty { writeStopSequences() }
        if var temperature = options.temperature, accepts("temperature", traits: traits, isThinking: isThinking) {
            if temperature > 1 {
                temperature = 1
                notes.append("Anthropic's highest temperature is 1; it is lowered")
            }
            body["temperature"] = .number(temperature)
        }
        guard let topP = options.topP, accepts("top_p", traits: traits, isThinking: isThinking) else { return }
        if traits.sampling == .one, body["temperature"] != nil {
            notes.append("the model takes temperature or top_p; top_p is left out")
        } else {
            body["top_p"] = .number(topP)
        }
    }

    /// Returns whether a parameter of sampling can be sent, and notes why not.
    private mutating func accepts(_ parameter: String, traits: AnthropicModelTraits, isThinking: Bool) -> Bool {
        if traits.sampling == .none {
            notes.append("the model takes no \(parameter); it is left out")
        } else if asked.omitted.contains(parameter) {
            notes.append("the target refuses \(parameter); it is left out")
        } else if isThinking {
            notes.append("a thinking model takes no \(parameter); it is left out")
        } else {
            return true
        }
        return false
    }

    private mutating func writeStopSequences() {
        // White space alone is refused by the provider.
        let usable = options.stopSequences.filter { !$0.allSatisfy(\.isWhitespace) }
        if usable.count < options.stopSequences.count {
            notes.append("Anthropic takes no stop sequence of white space; it is left out")
        }
        if asked.omitted.contains("stop_sequences") {
            notes.append("the target refuses stop_sequences; they are left out")
        } else if !usable.isEmpty {
            body["stop_sequences"] = .array(usable.map { .string($0) })
        }
    }
}

// MARK: Tools and formats

extension AnthropicRequestWriter {
    private mutating func writeTools(_ traits: AnthropicModelTraits) {
        guard !request.tools.isEmpty else {
            if options.toolChoice?.isForced == true {
                notes.append("the request has no tools; tool_choice is left out")
            }
            return
        }
        body["tools"] = .array(
            request.tools.enumerated().map { index, tool in
                var schema = tool.parameters.value.object ?? [:]
                if schema["type"] == nil {
                    schema["type"] = "object"
                } else {
                    schemas["/tools/\(index)/input_schema"] = tool.parameters
                }
                var members: [String: JSONValue] = ["name": .string(tool.name), "input_schema": .object(schema)]
                if !tool.description.isEmpty { members["description"] = .string(tool.description) }
                return .object(members)
            })
        guard let choice = options.toolChoice else { return }
        if choice.isForced, !traits.canForceTools || asked.omitted.contains("tool_choice") {
            notes.append("the model cannot be made to call a tool; tool_choice is left out")
            return
        }
        switch choice {
        case .automatic: body["tool_choice"] = ["type": "auto"]
        case .none: body["tool_choice"] = ["type": "none"]
        case .required: body["tool_choice"] = ["type": "any"]
        case .tool(let name): body["tool_choice"] = ["type": "tool", "name": .string(name)]
        }
    }

    private mutating func writeFormat(_ traits: AnthropicModelTraits, into conversation: inout AnthropicConversation) {
        switch request.responseFormat {
        case .text: break
        case .json:
            // The provider enforces schemas only, and each object of a schema must name its properties.
            notes.append("Anthropic has no JSON mode; the system prompt asks for JSON")
            conversation.addInstruction(Self.jsonInstruction)
        case .jsonSchema(_, let schema, let strict):
            let isRefused = asked.omitted.contains("output_config.format") || asked.omitted.contains("output_config")
            if strict, traits.hasSchemas, !isRefused {
                setOutput("format", to: ["type": "json_schema", "schema": schema.value])
                schemas["/output_config/format/schema"] = schema
            } else {
                notes.append("the schema is not enforced; the system prompt asks for JSON that follows it")
                conversation.addInstruction(
                    Self.jsonInstruction + " It must follow this JSON schema:\n" + schema.text)
            }
        }
    }

    private static let jsonInstruction =
        "Answer with one JSON object and nothing else: no text around it, and no code fence."
}
