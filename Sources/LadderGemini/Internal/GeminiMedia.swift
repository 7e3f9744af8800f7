import LadderCore
import LadderJSON

/// Pictures and files as `inlineData` and `fileData`.
enum GeminiMedia {
    static func json(of image: ImageContent) -> JSONValue {
        switch image {
        case .data(let bytes, let mediaType): inline(bytes, mediaType: mediaType)
        case .url(let url): inlined(url) ?? file(url, mediaType: mediaType(ofPictureAt: url))
        }
    }

    static func json(of file: FileContent) -> JSONValue {
        switch file.source {
        case .data(let bytes): inline(bytes, mediaType: file.mediaType)
        case .url(let url): inlined(url) ?? self.file(url, mediaType: file.mediaType)
        }
    }

    /// Returns the picture or file in a part of an answer; nil where there is none.
    static func part(from json: JSONValue) throws(ChatError) -> ContentPart? {
        if let data = json["inlineData"] {
            guard let text = data["data"]?.string, let bytes = Base64.bytes(of: text) else {
                throw ChatError(.invalidOutput, message: "the bytes of a picture or file are not base64")
            }
            let mediaType = data["mimeType"]?.string ?? "application/octet-stream"
            let isImage = mediaType.hasPrefix("image/")
            return isImage
                ? .image(.data(bytes, mediaType: mediaType)) : .file(FileContent(data: bytes, mediaType: mediaType))
        }
        if let data = json["fileData"], let url = data["fileUri"]?.string {
            let mediaType = data["mimeType"]?.string ?? "application/octet-stream"
            return mediaType.hasPrefix("image/")
                ? .image(.url(url)) : .file(FileContent(url: url, mediaType: mediaType))
        }
        return nil
    }

    private static func inline(_ bytes: [UInt8], mediaType: String) -> JSONValue {
        ["inlineData": ["mimeType": .string(mediaType), "data": .string(Base64.text(of: bytes))]]
    }

    private static func file(_ url: String, mediaType: String?) -> JSONValue {
        var data: [String: JSONValue] = ["fileUri": .string(url)]
        if let mediaType { data["mimeType"] = .string(mediaType) }
        return ["fileData": .object(data)]
    }

    /// Returns the bytes of a `data:` URL in base64, which Gemini does not fetch.
    private static func inlined(_ url: String) -> JSONValue? {
        guard url.hasPrefix("data:"), let comma = url.firstIndex(of: ",") else { return nil }
        let head = url[..<comma].dropFirst("data:".count)
        guard head.hasSuffix(";base64") else { return nil }
        let mediaType = head.prefix { $0 != ";" }
        return [
            "inlineData": ["mimeType": .string(String(mediaType)), "data": .string(String(url[comma...].dropFirst()))]
        ]
    }

    /// Vertex AI wants the media type of a picture with its address.
    private static func mediaType(ofPictureAt url: String) -> String? {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        guard let dot = path.lastIndex(of: ".") else { return nil }
        return switch path[dot...].dropFirst().lowercased() {
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "webp": "image/webp"
        case "heic": "image/heic"
        case "heif": "image/heif"
        case "gif": "image/gif"
        default: nil
        }
    }
}
