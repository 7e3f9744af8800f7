extension ByteWriter {
    /// Writes a completion without the rate limits in its metadata.
    mutating func write(_ completion: Completion) {
        write(completion.finishReason)
        write(completion.usage)
        write(completion.metadata) { writer, metadata in
            writer.write(metadata.requestID) { $0.write($1) }
            writer.write(members: metadata.raw)
        }
        write(parts: completion.content)
    }

    private mutating func write(_ usage: Usage) {
        write(usage.inputTokens)
        write(usage.outputTokens)
        write(usage.cacheReadTokens)
        write(usage.cacheWriteTokens)
        write(usage.longCacheWriteTokens)
        write(usage.reasoningTokens)
        write(usage.isEstimated)
    }
}

extension ByteReader {
    mutating func readCompletion() throws(StoreError) -> Completion {
        let finishReason = try readFinishReason()
        let usage = try readUsage()
        let metadata = try readOptional { reader throws(StoreError) in
            let requestID = try reader.readOptional { reader throws(StoreError) in try reader.readString() }
            return ReplyMetadata(requestID: requestID, raw: try reader.readNested(ByteReader.readMembers))
        }
        return Completion(
            content: try readNested(ByteReader.readParts), finishReason: finishReason, usage: usage,
            metadata: metadata)
    }

    private mutating func readUsage() throws(StoreError) -> Usage {
        Usage(
            inputTokens: try readInt(), outputTokens: try readInt(), cacheReadTokens: try readInt(),
            cacheWriteTokens: try readInt(), longCacheWriteTokens: try readInt(), reasoningTokens: try readInt(),
            isEstimated: try readBool())
    }
}

extension ContentPart {
    /// About the number of bytes that the part takes in canonical form, to reserve room.
    var roughByteCount: Int {
        switch self {
        case .text(let text): text.utf8.count + 10
        case .image(.url(let address)): address.utf8.count + 10
        case .image(.data(let data, _)): data.count + 40
        case .file(let file): file.byteCount + 80
        case .reasoning(let reasoning): (reasoning.text?.utf8.count ?? 0) + reasoning.opaqueBytes.count + 40
        case .toolCall(let call): call.arguments.utf8.count + (call.signature?.bytes.count ?? 0) + 80
        case .toolResult(let result): result.content.reduce(40) { $0 + $1.roughByteCount }
        }
    }
}
