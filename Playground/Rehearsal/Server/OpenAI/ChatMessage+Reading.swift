import Ladder
import LadderJSON

extension ChatMessage {
    /// Reads a message of OpenAI's form. Names of authors are left out.
    init(_ value: JSONValue, at place: String) throws(APIFailure) {
        var fields = try APIFields(value, at: place)
        let role = try fields.requiredString("role")
        let content = fields.take("content")
        switch role {
        case "system", "developer":
            self.init(role: .system, content: try [ContentPart](content, at: fields.path("content")))
        case "user":
            guard let content else {
                throw .invalid(fields.path("content"), because: "\(fields.path("content")) is missing")
            }
            self.init(role: .user, content: try [ContentPart](content, at: fields.path("content")))
        case "assistant":
            var parts = try [ContentPart](content, at: fields.path("content"))
            if let refusal = try fields.string("refusal") { parts.append(.text(refusal)) }
            parts += try Self.toolCalls(&fields)
            self.init(role: .assistant, content: parts)
        case "tool":
            self = .tool(
                ToolResult(
                    callID: try fields.requiredString("tool_call_id"),
                    content: try [ContentPart](content, at: fields.path("content"))))
        default:
            throw .invalid(
                fields.path("role"),
                because: "\(fields.path("role")) must be system, developer, user, assistant or tool, not \"\(role)\"")
        }
    }

    private static func toolCalls(_ fields: inout APIFields) throws(APIFailure) -> [ContentPart] {
        let place = fields.path("tool_calls")
        var parts: [ContentPart] = []
        for (index, value) in (try fields.array("tool_calls") ?? []).enumerated() {
            var call = try APIFields(value, at: "\(place)[\(index)]")
            let id = try call.requiredString("id")
            guard var function = try call.object("function") else {
                throw .invalid(call.path("function"), because: "\(call.path("function")) is missing")
            }
            parts.append(
                .toolCall(
                    ToolCall(
                        id: id, name: try function.requiredString("name"),
                        arguments: try function.string("arguments") ?? "{}")))
        }
        return parts
    }
}

extension [ContentPart] {
    /// Reads the content of a message: a string, or an array of parts.
    fileprivate init(_ content: JSONValue?, at place: String) throws(APIFailure) {
        self = []
        guard let content else { return }
        if let text = content.string {
            if !text.isEmpty { self = [.text(text)] }
            return
        }
        guard let parts = content.array else { throw .invalid(place, because: "\(place) must be a string or an array") }
        for (index, part) in parts.enumerated() {
            append(try ContentPart(part, at: "\(place)[\(index)]"))
        }
    }
}

extension ContentPart {
    fileprivate init(_ value: JSONValue, at place: String) throws(APIFailure) {
        var fields = try APIFields(value, at: place)
        switch try fields.requiredString("type") {
        case "text": self = .text(try fields.requiredString("text"))
        case "refusal": self = .text(try fields.requiredString("refusal"))
        case "image_url":
            guard var image = try fields.object("image_url") else {
                throw .invalid(fields.path("image_url"), because: "\(fields.path("image_url")) is missing")
            }
            let url = try image.requiredString("url")
            if let data = DataURL(url) {
                self = .image(.data(data.bytes, mediaType: data.mediaType))
            } else {
                guard !url.hasPrefix("data:") else {
                    throw .invalid(image.path("url"), because: "\(image.path("url")) is no data URL in base64")
                }
                self = .image(.url(url))
            }
        case "input_audio":
            guard var audio = try fields.object("input_audio") else {
                throw .invalid(fields.path("input_audio"), because: "\(fields.path("input_audio")) is missing")
            }
            guard let bytes = Base64.bytes(of: try audio.requiredString("data")) else {
                throw .invalid(audio.path("data"), because: "\(audio.path("data")) is not base64")
            }
            self = .file(FileContent(data: bytes, mediaType: "audio/\(try audio.requiredString("format"))"))
        case "file":
            guard var file = try fields.object("file"), let data = DataURL(try file.requiredString("file_data")) else {
                throw .invalid(
                    fields.path("file"), because: "\(fields.path("file")) must have file_data, a data URL in base64")
            }
            self = .file(
                FileContent(data: data.bytes, mediaType: data.mediaType, name: try file.string("filename")))
        case let type:
            throw .invalid(
                fields.path("type"), because: "\(fields.path("type")): \"\(type)\" is not a known type of content")
        }
    }
}

/// The bytes of a URL such as `data:image/png;base64,iVBOR…`.
private struct DataURL {
    let mediaType: String
    let bytes: [UInt8]

    init?(_ url: String) {
        guard url.hasPrefix("data:"), let comma = url.firstIndex(of: ","),
            url[..<comma].hasSuffix(";base64"), let bytes = Base64.bytes(of: String(url[url.index(after: comma)...]))
        else { return nil }
        mediaType = String(url[..<comma].dropFirst(5).dropLast(7))
        self.bytes = bytes
    }
}
