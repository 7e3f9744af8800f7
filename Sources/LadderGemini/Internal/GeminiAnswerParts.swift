import LadderCore
import LadderJSON

/// Writes the parts of an earlier answer.
struct GeminiAnswerParts {
    /// What Google accepts in the place of a signature for calls that another model made.
    private static let noSignature = "skip_thought_signature_validator"

    private let wantsCallSignatures: Bool
    private let sendsIDs: Bool
    private var hasCall = false
    private(set) var json: [JSONValue] = []
    private(set) var notes: [String] = []

    init(wantsCallSignatures: Bool, sendsIDs: Bool) {
        self.wantsCallSignatures = wantsCallSignatures
        self.sendsIDs = sendsIDs
    }

    mutating func add(_ part: ContentPart) {
        switch part {
        case .text(let text): if !text.isEmpty { json.append(["text": .string(text)]) }
        case .image(let image): json.append(GeminiMedia.json(of: image))
        case .file(let file): json.append(GeminiMedia.json(of: file))
        case .reasoning(let reasoning): add(reasoning)
        case .toolCall(let call): add(call)
        case .toolResult: break
        }
    }

    private mutating func add(_ reasoning: ReasoningContent) {
        let signature = reasoning.opaqueBytes.isEmpty ? nil : String(decoding: reasoning.opaqueBytes, as: UTF8.self)
        if let text = reasoning.text, !text.isEmpty {
            json.append(Self.part(["text": .string(text), "thought": true], signature: signature))
        } else if let signature {
            addSignature(signature)
        }
    }

    /// Adds a signature to the part that it stands behind, else as a part of its own.
    private mutating func addSignature(_ signature: String) {
        let last = json.last?.object ?? [:]
        let isSignable = !last.isEmpty && last["functionCall"] == nil && last["thought"] == nil
        if isSignable, last["thoughtSignature"] == nil {
            json[json.count - 1] = Self.part(last, signature: signature)
        } else {
            json.append(Self.part(["text": ""], signature: signature))
        }
    }

    private mutating func add(_ call: ToolCall) {
        var function: [String: JSONValue] = ["name": .string(call.name), "args": arguments(of: call)]
        if sendsIDs, !ToolCallIDs.isOwn(call.id) { function["id"] = .string(call.id) }
        var signature = call.signature.map { String(decoding: $0.bytes, as: UTF8.self) }
        if signature == nil, wantsCallSignatures, !hasCall {
            signature = Self.noSignature
            notes.append("a tool call of another model is sent without its thoughts")
        }
        hasCall = true
        json.append(Self.part(["functionCall": .object(function)], signature: signature))
    }

    private mutating func arguments(of call: ToolCall) -> JSONValue {
        if call.arguments.allSatisfy(\.isWhitespace) { return [:] }
        if let json = try? JSONValue(parsing: call.arguments), json.object != nil { return json }
        notes.append("the arguments of an earlier tool call are no JSON object; they are sent as text")
        return ["arguments": .string(call.arguments)]
    }

    private static func part(_ fields: [String: JSONValue], signature: String?) -> JSONValue {
        var fields = fields
        if let signature { fields["thoughtSignature"] = .string(signature) }
        return .object(fields)
    }
}
