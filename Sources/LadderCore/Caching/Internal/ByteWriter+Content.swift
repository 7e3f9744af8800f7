/// The byte with which a part of a message begins in stored and canonical bytes. The values never change.
enum PartTag: UInt8 {
    case end
    case text
    case imageAddress
    case imageBytes
    case fileAddress
    case fileBytes
    case reasoning
    case toolCall
    case toolResult
}

extension ByteWriter {
    /// Writes the parts and a mark behind the last one.
    mutating func write(parts: [ContentPart]) {
        for part in parts { write(part) }
        write(tag: PartTag.end)
    }

    private mutating func write(_ part: ContentPart) {
        switch part {
        case .text(let text):
            write(tag: PartTag.text)
            write(text)
        case .image(let image): write(image)
        case .file(let file): write(file)
        case .reasoning(let reasoning): write(reasoning)
        case .toolCall(let call): write(call)
        case .toolResult(let result):
            write(tag: PartTag.toolResult)
            write(result.callID)
            write(result.isError)
            write(parts: result.content)
        }
    }

    private mutating func write(_ image: ImageContent) {
        switch image {
        case .url(let address):
            write(tag: PartTag.imageAddress)
            write(address)
        case .data(let data, let mediaType):
            write(tag: PartTag.imageBytes)
            write(data)
            write(mediaType)
        }
    }

    private mutating func write(_ file: FileContent) {
        switch file.source {
        case .url(let address):
            write(tag: PartTag.fileAddress)
            write(address)
        case .data(let data):
            write(tag: PartTag.fileBytes)
            write(data)
        }
        write(file.mediaType)
        write(file.name) { $0.write($1) }
    }

    private mutating func write(_ reasoning: ReasoningContent) {
        // Without its opaque bytes, a part without text has nothing to tell one request from another.
        guard keepsOpaqueBytes || reasoning.text != nil else { return }
        write(tag: PartTag.reasoning)
        write(reasoning.text) { $0.write($1) }
        write(reasoning.model)
        if keepsOpaqueBytes { write(reasoning.opaqueBytes) }
    }

    private mutating func write(_ call: ToolCall) {
        write(tag: PartTag.toolCall)
        write(call.id)
        write(call.name)
        write(call.arguments)
        guard keepsOpaqueBytes else { return }
        write(call.signature) { writer, signature in
            writer.write(signature.bytes)
            writer.write(signature.model)
        }
    }
}
