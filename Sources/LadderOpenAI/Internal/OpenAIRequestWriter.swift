import LadderCore
import LadderHTTP
import LadderJSON

/// Writes one request as a body of OpenAI's chat completions.
struct OpenAIRequestWriter {
    private let asked: ProviderRequest
    private let server: OpenAIServer
    private let traits: OpenAIModelTraits
    private var body: [String: JSONValue] = [:]
    private var schemas: [String: JSONSchema] = [:]
    private var notes: [String] = []

    init(_ asked: ProviderRequest, server: OpenAIServer) {
        self.asked = asked
        self.server = server
        traits = OpenAIModelTraits(modelID: asked.modelID)
    }

    private var request: ChatRequest { asked.request }
    private var options: ModelOptions { asked.request.options }

    /// Writes the request.
    ///
    /// - Throws: `ChatError` of the kind `invalidRequest` for what the provider cannot be asked.
    mutating func write() throws -> WrittenRequest {
        body["model"] = .string(asked.modelID)
        if asked.isStreamed {
            body["stream"] = true
            if server.asksForStreamUsage { set("stream_options", to: ["include_usage": true]) }
        }
        writeLength()
        writeEffort()
        writeSampling()
        writeTools()
        var messages = request.messages
        if let instruction = writeFormat() { messages.insert(.system(instruction), at: 0) }
        var writer = OpenAIMessageWriter(returnsReasoning: server.returnsReasoning)
        body["messages"] = .array(try messages.flatMap { try writer.messages(for: $0) })
        notes += writer.notes
        body.merge(server.extraBody) { _, own in own }
        body.merge(options.extra.fields(for: .openAI)) { _, own in own }
        return WrittenRequest(
            path: server.path("/chat/completions"), body: .object(body), schemas: schemas, notes: notes)
    }

    /// Sets a parameter unless the target has refused it. Returns whether it is set.
    @discardableResult
    private mutating func set(_ parameter: String, to value: JSONValue) -> Bool {
        if asked.omitted.contains(parameter) {
            notes.append("the target refuses \(parameter); it is left out")
            return false
        }
        body[parameter] = value
        return true
    }

    // MARK: Options

    private mutating func writeLength() {
        guard let length = options.maximumResponseTokens else { return }
        let prefersNewer =
            switch server.lengthField {
            case .byModel: traits.requiresCompletionTokens
            case .maxTokens: false
            case .maxCompletionTokens: true
            }
        let fields = ["max_tokens", "max_completion_tokens"]
        // A target that has refused one name is asked by the other.
        let usable = (prefersNewer ? fields.reversed() : fields).first { !asked.omitted.contains($0) }
        if let usable {
            body[usable] = .integer(length)
        } else {
            notes.append("the target refuses a maximum length; it is left out")
        }
    }

    private mutating func writeEffort() {
        guard let wanted = options.reasoningEffort else { return }
        guard traits.efforts != [] else {
            if wanted != .none { notes.append("the model does not think; the reasoning effort is left out") }
            return
        }
        let effort = traits.efforts == nil ? wanted.rawValue : traits.effort(nearest: wanted) ?? wanted.rawValue
        if effort != wanted.rawValue {
            notes.append("the model has no reasoning effort \(wanted); \(effort) is asked for")
        }
        set("reasoning_effort", to: .string(effort))
    }

    private mutating func writeSampling() {
        let effort = body["reasoning_effort"]?.string ?? traits.usualEffort
        let isThinking = traits.thinks && effort != "none"
        let takesSampling = !isThinking || traits.takesSampling
        if let temperature = options.temperature {
            setSampling("temperature", to: .number(temperature), isTaken: takesSampling)
        }
        if let topP = options.topP { setSampling("top_p", to: .number(topP), isTaken: takesSampling) }
        if !options.stopSequences.isEmpty {
            // The interface takes four.
            let sequences = options.stopSequences.prefix(4)
            if takesSampling, sequences.count < options.stopSequences.count {
                notes.append("only the first four stop sequences are sent")
            }
            setSampling("stop", to: .array(sequences.map { .string($0) }), isTaken: takesSampling)
        }
        guard let seed = options.seed else { return }
        if let field = server.seedField {
            set(field, to: .integer(seed))
        } else {
            notes.append("the server takes no seed; it is left out")
        }
    }

    /// Sets a parameter that many models do not take while they think.
    private mutating func setSampling(_ parameter: String, to value: JSONValue, isTaken: Bool) {
        if isTaken {
            set(parameter, to: value)
        } else {
            notes.append("a model that thinks takes no \(parameter); it is left out")
        }
    }

    // MARK: Tools and formats

    private mutating func writeTools() {
        guard !request.tools.isEmpty else { return }
        body["tools"] = .array(
            request.tools.enumerated().map { index, tool in
                schemas["/tools/\(index)/function/parameters"] = tool.parameters
                var function: [String: JSONValue] = [
                    "name": .string(tool.name), "parameters": tool.parameters.value,
                ]
                if !tool.description.isEmpty { function["description"] = .string(tool.description) }
                return ["type": "function", "function": .object(function)]
            })
        switch options.toolChoice {
        case nil: break
        case .automatic: set("tool_choice", to: "auto")
        case .none?: set("tool_choice", to: "none")
        case .required: set("tool_choice", to: "required")
        case .tool(let name):
            set("tool_choice", to: ["type": "function", "function": ["name": .string(name)]])
        }
    }

    /// Writes the format of the answer. Returns an instruction where the target does not take it.
    private mutating func writeFormat() -> String? {
        let instruction = "Answer with JSON and nothing else: no text around it, and no code fence."
        switch request.responseFormat {
        case .text:
            return nil
        case .json:
            return set("response_format", to: ["type": "json_object"]) ? nil : instruction
        case .jsonSchema(let name, let schema, let strict):
            let format: JSONValue = [
                "type": "json_schema",
                "json_schema": ["name": .string(name), "schema": schema.value, "strict": .bool(strict)],
            ]
            guard set("response_format", to: format) else {
                return instruction + " It must follow this JSON schema:\n" + schema.text
            }
            schemas["/response_format/json_schema/schema"] = schema
            return nil
        }
    }
}
