extension ByteReader {
    /// Reads parts up to the mark behind the last one.
    static func readParts(_ reader: inout ByteReader) throws(StoreError) -> [ContentPart] {
        var parts: [ContentPart] = []
        while let part = try reader.readPart() { parts.append(part) }
        return parts
    }

    /// Reads a part, or nil at the mark behind the last one.
    private mutating func readPart() throws(StoreError) -> ContentPart? {
        guard let tag = PartTag(rawValue: try readByte()) else {
            throw ByteReader.corrupt("a part of the answer has an unknown type")
        }
        switch tag {
        case .end: return nil
        case .text: return .text(try readString())
        case .imageAddress: return .image(.url(try readString()))
        case .imageBytes: return .image(.data(try readData(), mediaType: try readString()))
        case .fileAddress, .fileBytes: return .file(try readFile(tag))
        case .reasoning: return .reasoning(try readReasoning())
        case .toolCall: return .toolCall(try readToolCall())
        case .toolResult: return .toolResult(try readToolResult())
        }
    }

    private mutating func readFile(_ tag: PartTag) throws(StoreError) -> FileContent {
        let source: FileContent.Source =
            tag == .fileBytes ? .data(try readData()) : .url(try readString())
        let mediaType = try readString()
        let name = try readOptional { reader throws(StoreError) in try reader.readString() }
        return switch source {
        case .data(let data): FileContent(data: data, mediaType: mediaType, name: name)
        case .url(let address): FileContent(url: address, mediaType: mediaType, name: name)
        }
    }

    private mutating func readReasoning() throws(StoreError) -> ReasoningContent {
        let text = try readOptional { reader throws(StoreError) in try reader.readString() }
        let model = try readString()
        return ReasoningContent(text: text, opaqueBytes: try readData(), model: model)
    }

    private mutating func readToolCall() throws(StoreError) -> ToolCall {
        var call = ToolCall(id: try readString(), name: try readString(), arguments: try readString())
        call.signature = try readOptional { reader throws(StoreError) in
            ModelSignature(bytes: try reader.readData(), model: try reader.readString())
        }
        return call
    }

    private mutating func readToolResult() throws(StoreError) -> ToolResult {
        let callID = try readString()
        let isError = try readBool()
        return ToolResult(callID: callID, content: try readNested(ByteReader.readParts), isError: isError)
    }
}
