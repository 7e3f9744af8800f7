import LadderCore
import LadderJSON

/// Writes the parts of messages as Anthropic's content blocks.
struct AnthropicContentWriter {
    /// What was left out, for the trace.
    private(set) var notes: [String] = []

    /// Returns the blocks of a message.
    ///
    /// - Throws: `ChatError` of the kind `invalidRequest` for a file of a type that the provider does not read.
    mutating func blocks(of message: ChatMessage) throws -> [JSONValue] {
        try message.content.compactMap { part in
            switch (part, message.role) {
            case (.text(let text), _): return Self.text(text)
            case (.image(let image), .user), (.image(let image), .tool): return Self.block(of: image)
            case (.file(let file), .user), (.file(let file), .tool): return try Self.block(of: file)
            case (.toolCall(let call), .assistant): return block(of: call)
            case (.reasoning(let reasoning), .assistant): return block(of: reasoning)
            case (.toolResult(let result), .user), (.toolResult(let result), .tool): return try block(of: result)
            default:
                note("a part that a message of the role \(message.role.rawValue) cannot have is left out")
                return nil
            }
        }
    }

    /// Returns a text block; nil for white space alone, which the provider refuses.
    static func text(_ text: String) -> JSONValue? {
        text.allSatisfy(\.isWhitespace) ? nil : ["type": "text", "text": .string(text)]
    }

    private static func block(of image: ImageContent) -> JSONValue {
        switch image {
        case .data(let bytes, let mediaType): ["type": "image", "source": source(bytes, mediaType: mediaType)]
        case .url(let url): ["type": "image", "source": source(url: url)]
        }
    }

    private static func block(of file: FileContent) throws -> JSONValue {
        let mediaType = file.mediaType.lowercased()
        if mediaType.hasPrefix("image/") {
            switch file.source {
            case .data(let bytes): return block(of: .data(bytes, mediaType: mediaType))
            case .url(let url): return block(of: .url(url))
            }
        }
        var members: [String: JSONValue] = ["type": "document"]
        switch file.source {
        case .url(let url) where mediaType == "application/pdf":
            members["source"] = source(url: url)
        case .data(let bytes) where mediaType == "application/pdf":
            members["source"] = source(bytes, mediaType: mediaType)
        case .data(let bytes) where mediaType.hasPrefix("text/") || mediaType == "application/json":
            let text = String(decoding: bytes, as: UTF8.self)
            members["source"] = ["type": "text", "media_type": "text/plain", "data": .string(text)]
        case .data, .url:
            throw ChatError(
                .invalidRequest, message: "Anthropic does not read a file of the type \(mediaType.prefix(80))")
        }
        if let name = file.name { members["title"] = .string(name) }
        return .object(members)
    }

    private static func source(_ bytes: [UInt8], mediaType: String) -> JSONValue {
        ["type": "base64", "media_type": .string(mediaType), "data": .string(Base64.text(of: bytes))]
    }

    /// The source of an address; one with the bytes in it (`data:image/png;base64,…`) is sent as bytes.
    private static func source(url: String) -> JSONValue {
        let parts = url.split(separator: ",", maxSplits: 1)
        if parts.count == 2, url.hasPrefix("data:"), parts[0].hasSuffix(";base64") {
            let mediaType = parts[0].dropFirst(5).prefix { $0 != ";" }
            return ["type": "base64", "media_type": .string(String(mediaType)), "data": .string(String(parts[1]))]
        }
        return ["type": "url", "url": .string(url)]
    }

    private mutating func note(_ note: String) {
        if !notes.contains(note) { notes.append(note) }
    }
}

extension AnthropicContentWriter {
    private mutating func block(of call: ToolCall) -> JSONValue {
        var input = try? JSONValue(parsing: call.arguments)
        if input?.object == nil {
            // The provider requires an object. A call that was cut in the middle keeps its text.
            let text = call.arguments
            input = text.allSatisfy(\.isWhitespace) ? [:] : ["arguments": .string(text)]
            if input != [:] { note("the arguments of a tool call are no JSON object; they are sent as text") }
        }
        return [
            "type": "tool_use", "id": .string(Self.callID(call.id)), "name": .string(call.name), "input": input ?? [:],
        ]
    }

    private mutating func block(of result: ToolResult) throws -> JSONValue {
        var members: [String: JSONValue] = [
            "type": "tool_result", "tool_use_id": .string(Self.callID(result.callID)),
        ]
        let content = try blocks(of: ChatMessage(role: .tool, content: result.content))
        if !content.isEmpty { members["content"] = .array(content) }
        if result.isError { members["is_error"] = true }
        return .object(members)
    }

    /// Returns a thinking block as the provider sent it; nil for one without its signature, which it refuses.
    private mutating func block(of reasoning: ReasoningContent) -> JSONValue? {
        let signature = JSONValue.string(String(decoding: reasoning.opaqueBytes, as: UTF8.self))
        guard !reasoning.opaqueBytes.isEmpty else {
            note("reasoning without a signature is left out")
            return nil
        }
        guard let text = reasoning.text else { return ["type": "redacted_thinking", "data": signature] }
        return ["type": "thinking", "thinking": .string(text), "signature": signature]
    }

    /// Returns an identifier of a call with only the characters that the provider accepts. Other providers use others.
    private static func callID(_ id: String) -> String {
        let accepted = id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") ? $0 : "_" }
        return accepted.isEmpty ? "call" : String(accepted)
    }
}
