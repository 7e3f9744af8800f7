import LadderCore
import LadderJSON

/// Writes the conversation: `contents` and `systemInstruction`.
struct GeminiConversation {
    private let traits: GeminiModelTraits
    private let sendsIDs: Bool
    private var contents: [JSONValue] = []
    private var instructions: [JSONValue] = []
    /// The names of the calls so far, which results refer to by identifier.
    private var names: [String: String] = [:]
    /// The identifiers of the last answer's calls, in their order.
    private var lastCalls: [String] = []
    /// The results of tools that go into one content.
    private var results: [(callID: String, json: JSONValue)] = []
    private var resultMedia: [JSONValue] = []
    /// What was changed or left out, for the trace.
    private(set) var notes: [String] = []

    init(traits: GeminiModelTraits, sendsIDs: Bool) {
        self.traits = traits
        self.sendsIDs = sendsIDs
    }

    mutating func add(_ message: ChatMessage) throws(ChatError) {
        if message.role != .tool { endResults() }
        switch message.role {
        case .system:
            if !message.text.isEmpty { instructions.append(["text": .string(message.text)]) }
        case .user:
            try addUser(message.content)
        case .assistant:
            addAnswer(message.content)
        case .tool:
            for case .toolResult(let result) in message.content { try add(result) }
        }
    }

    /// Returns the fields of the body.
    mutating func fields() throws(ChatError) -> [String: JSONValue] {
        endResults()
        var fields: [String: JSONValue] = [:]
        if !instructions.isEmpty {
            if traits.takesInstructions {
                fields["systemInstruction"] = ["parts": .array(instructions)]
            } else {
                contents.insert(Self.content(role: "user", parts: instructions), at: 0)
                notes.append("the model has no field for instructions; they go before the first message")
            }
        }
        guard !contents.isEmpty else {
            throw ChatError(.invalidRequest, message: "the request has no message beside instructions")
        }
        fields["contents"] = .array(contents)
        return fields
    }

    private mutating func addUser(_ content: [ContentPart]) throws(ChatError) {
        var parts: [JSONValue] = []
        for part in content {
            if case .toolResult(let result) = part {
                parts.append(try json(of: result))
            } else if let json = Self.json(of: part) {
                parts.append(json)
            }
        }
        if !parts.isEmpty { contents.append(Self.content(role: "user", parts: parts)) }
    }

    private mutating func addAnswer(_ content: [ContentPart]) {
        var parts = GeminiAnswerParts(wantsCallSignatures: traits.wantsCallSignatures, sendsIDs: sendsIDs)
        for part in content { parts.add(part) }
        lastCalls = content.toolCalls.map(\.id)
        for call in content.toolCalls { names[call.id] = call.name }
        notes += parts.notes
        if !parts.json.isEmpty { contents.append(Self.content(role: "model", parts: parts.json)) }
    }

    private mutating func add(_ result: ToolResult) throws(ChatError) {
        results.append((result.callID, try json(of: result)))
        for part in result.content {
            switch part {
            case .image(let image): resultMedia.append(GeminiMedia.json(of: image))
            case .file(let file): resultMedia.append(GeminiMedia.json(of: file))
            case .text, .reasoning, .toolCall, .toolResult: break
            }
        }
    }

    /// Ends the content with results. They are in the order of the calls: without identifiers, that is what counts.
    private mutating func endResults() {
        guard !results.isEmpty else { return }
        let places = lastCalls.enumerated().map { ($1, $0) }
        let order = Dictionary(places, uniquingKeysWith: { first, _ in first })
        let sorted = results.enumerated().sorted {
            (order[$0.element.callID] ?? .max, $0.offset) < (order[$1.element.callID] ?? .max, $1.offset)
        }
        contents.append(Self.content(role: "user", parts: sorted.map(\.element.json) + resultMedia))
        results = []
        resultMedia = []
    }

    private func json(of result: ToolResult) throws(ChatError) -> JSONValue {
        guard let name = names[result.callID] else {
            throw ChatError(.invalidRequest, message: "the result of a tool refers to no call before it")
        }
        var response: [String: JSONValue] = ["name": .string(name)]
        response["response"] = [result.isError ? "error" : "output": Self.output(of: result)]
        if sendsIDs, !ToolCallIDs.isOwn(result.callID) { response["id"] = .string(result.callID) }
        return ["functionResponse": .object(response)]
    }

    /// Returns the text of a result. JSON stays JSON; text stays text, also where it could be read as a number.
    private static func output(of result: ToolResult) -> JSONValue {
        if let json = try? JSONValue(parsing: result.text), json.object != nil || json.array != nil { return json }
        return .string(result.text)
    }

    private static func json(of part: ContentPart) -> JSONValue? {
        switch part {
        case .text(let text) where !text.isEmpty: return ["text": .string(text)]
        case .image(let image): return GeminiMedia.json(of: image)
        case .file(let file): return GeminiMedia.json(of: file)
        case .text, .reasoning, .toolCall, .toolResult: return Optional.none
        }
    }

    private static func content(role: JSONValue, parts: [JSONValue]) -> JSONValue {
        ["role": role, "parts": .array(parts)]
    }
}
