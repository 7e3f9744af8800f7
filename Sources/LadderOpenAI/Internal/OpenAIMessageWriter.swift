import LadderCore
import LadderJSON

/// Writes messages in OpenAI's form.
struct OpenAIMessageWriter {
    let returnsReasoning: Bool
    /// What was left out, for the trace.
    private(set) var notes: [String] = []

    init(returnsReasoning: Bool) {
        self.returnsReasoning = returnsReasoning
    }

    /// Returns the messages for one of ours: each tool result is a message of its own.
    ///
    /// - Throws: `ChatError` of the kind `invalidRequest` for a file that cannot be sent.
    mutating func messages(for message: ChatMessage) throws -> [JSONValue] {
        switch message.role {
        case .system:
            return [["role": "system", "content": .string(message.text)]]
        case .assistant:
            return [assistant(message)]
        case .user, .tool:
            var results: [JSONValue] = []
            var parts: [JSONValue] = []
            for part in message.content {
                if case .toolResult(let result) = part {
                    results.append(tool(result))
                } else if let written = try userPart(part) {
                    parts.append(written)
                }
            }
            if message.role == .tool {
                if !parts.isEmpty { note("parts of a tool's message that are no results are left out") }
                return results
            }
            return results + (parts.isEmpty && !results.isEmpty ? [] : [user(parts)])
        }
    }

    private func user(_ parts: [JSONValue]) -> JSONValue {
        // Plain text is what every server takes.
        let texts = parts.compactMap { $0["text"]?.string }
        let content: JSONValue = texts.count == parts.count ? .string(texts.joined()) : .array(parts)
        return ["role": "user", "content": content]
    }

    private mutating func assistant(_ message: ChatMessage) -> JSONValue {
        var members: [String: JSONValue] = ["role": "assistant"]
        let (text, calls) = (message.text, message.content.toolCalls)
        members["content"] = text.isEmpty && !calls.isEmpty ? .null : .string(text)
        if !calls.isEmpty {
            members["tool_calls"] = .array(
                calls.map { call in
                    let arguments = call.arguments.isEmpty ? "{}" : call.arguments
                    return [
                        "id": .string(call.id), "type": "function",
                        "function": ["name": .string(call.name), "arguments": .string(arguments)],
                    ]
                })
        }
        let reasoning = message.content.reasoning.compactMap(\.text)
        if returnsReasoning {
            // DeepSeek requires the field in every turn of the model, and refuses an empty text. An answer of another
            // model, of a cache or of a list of written answers has no reasoning.
            let text = reasoning.joined()
            members["reasoning_content"] = .string(text.isEmpty ? " " : text)
        }
        for part in message.content {
            switch part {
            case .image, .file: note("pictures and files in the model's own turns are left out")
            case .text, .reasoning, .toolCall, .toolResult: break
            }
        }
        return .object(members)
    }

    private mutating func tool(_ result: ToolResult) -> JSONValue {
        for part in result.content {
            switch part {
            case .image, .file: note("pictures and files in tool results are left out")
            case .text, .reasoning, .toolCall, .toolResult: break
            }
        }
        // The interface has no mark for a failed tool: the model reads it.
        let text = result.isError ? "Error: " + result.text : result.text
        return ["role": "tool", "tool_call_id": .string(result.callID), "content": .string(text)]
    }

    private mutating func userPart(_ part: ContentPart) throws -> JSONValue? {
        switch part {
        case .text(let text): return ["type": "text", "text": .string(text)]
        case .image(.url(let url)): return ["type": "image_url", "image_url": ["url": .string(url)]]
        case .image(.data(let bytes, let mediaType)):
            return ["type": "image_url", "image_url": ["url": .string(Self.dataURL(bytes, mediaType: mediaType))]]
        case .file(let file): return try Self.part(of: file)
        case .reasoning, .toolCall, .toolResult:
            note("a part that a message of the user cannot have is left out")
            return nil
        }
    }

    private static func part(of file: FileContent) throws -> JSONValue {
        let mediaType = file.mediaType.lowercased()
        if mediaType.hasPrefix("image/") {
            switch file.source {
            case .url(let url): return ["type": "image_url", "image_url": ["url": .string(url)]]
            case .data(let bytes):
                return ["type": "image_url", "image_url": ["url": .string(dataURL(bytes, mediaType: mediaType))]]
            }
        }
        guard case .data(let bytes) = file.source else {
            throw ChatError(.invalidRequest, message: "chat completions take a file as bytes, not as a URL")
        }
        if let format = audioFormats[mediaType] {
            return ["type": "input_audio", "input_audio": ["data": .string(Base64.text(of: bytes)), "format": format]]
        }
        if mediaType.hasPrefix("text/") || mediaType == "application/json" {
            return ["type": "text", "text": .string(String(decoding: bytes, as: UTF8.self))]
        }
        return [
            "type": "file",
            "file": [
                "filename": .string(file.name ?? "file"), "file_data": .string(dataURL(bytes, mediaType: mediaType)),
            ],
        ]
    }

    private static let audioFormats: [String: JSONValue] = [
        "audio/wav": "wav", "audio/x-wav": "wav", "audio/mp3": "mp3", "audio/mpeg": "mp3",
    ]

    private static func dataURL(_ bytes: [UInt8], mediaType: String) -> String {
        "data:\(mediaType);base64,\(Base64.text(of: bytes))"
    }

    private mutating func note(_ note: String) {
        if !notes.contains(note) { notes.append(note) }
    }
}
