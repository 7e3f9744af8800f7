import LadderJSON

/// Writes the canonical bytes of a request's identity.
///
/// Every stored property of a request has to be written here. A test compares the properties of each type with the ones
/// it knows of and fails when there is a new one.
struct IdentityWriter {
    private var writer: ByteWriter

    init(for request: ChatRequest) {
        var count = 512
        for message in request.messages {
            count += 16
            for part in message.content { count += part.roughByteCount }
        }
        writer = ByteWriter(keepsOpaqueBytes: false, capacity: count)
        writer.write(byte: RequestIdentity.formVersion)
    }

    var identity: RequestIdentity { RequestIdentity(writer.bytes) }

    mutating func write(_ field: IdentityField, with write: (inout ByteWriter) -> Void) {
        writer.write(byte: field.rawValue)
        writer.writeMeasured(write)
    }

    /// Writes a text; an empty one is not written.
    mutating func write(_ field: IdentityField, text: String) {
        if !text.isEmpty { write(field) { $0.write(text) } }
    }

    mutating func write(_ request: ChatRequest) {
        write(.model, text: request.model)
        write(request.options)
        for tool in request.tools { write(tool) }
        write(request.responseFormat)
        for message in request.messages {
            write(.message) { writer in
                writer.write(message.role.rawValue)
                writer.write(parts: message.content)
            }
        }
    }

    private mutating func write(_ options: ModelOptions) {
        if let temperature = options.temperature { write(.temperature) { $0.write(temperature) } }
        if let topP = options.topP { write(.topP) { $0.write(topP) } }
        if let count = options.maximumResponseTokens { write(.maximumResponseTokens) { $0.write(count) } }
        if !options.stopSequences.isEmpty {
            write(.stopSequences) { writer in
                for text in options.stopSequences { writer.write(text) }
            }
        }
        if let seed = options.seed { write(.seed) { $0.write(seed) } }
        // An empty name of an effort is a value too.
        if let effort = options.reasoningEffort { write(.reasoningEffort) { $0.write(effort.rawValue) } }
        if let choice = options.toolChoice { write(choice) }
        if !options.extra.isEmpty { write(options.extra) }
    }

    private mutating func write(_ choice: ModelOptions.ToolChoice) {
        write(.toolChoice) { writer in
            switch choice {
            case .automatic: writer.write(byte: 0)
            case .none: writer.write(byte: 1)
            case .required: writer.write(byte: 2)
            case .tool(let name):
                writer.write(byte: 3)
                writer.write(name)
            }
        }
    }

    private mutating func write(_ extra: ExtraFields) {
        write(.extra) { writer in
            writer.write(members: extra.shared)
            let clients = extra.bound.sorted {
                $0.key.rawValue.utf8.lexicographicallyPrecedes($1.key.rawValue.utf8)
            }
            for (client, fields) in clients {
                writer.write(client.rawValue)
                writer.write(members: fields)
            }
        }
    }

    private mutating func write(_ tool: ToolDefinition) {
        write(.tool) { writer in
            writer.write(tool.name)
            writer.write(tool.description)
            writer.write(tool.parameters)
        }
    }

    private mutating func write(_ format: ResponseFormat) {
        switch format {
        case .text: break
        case .json: write(.responseFormat) { $0.write(byte: 1) }
        case .jsonSchema(let name, let schema, let strict):
            write(.responseFormat) { writer in
                writer.write(byte: 2)
                writer.write(name)
                writer.write(strict)
                writer.write(schema)
            }
        }
    }
}

extension ByteWriter {
    /// Writes a schema as its text, which keeps the order of the keys.
    fileprivate mutating func write(_ schema: JSONSchema) {
        writeMeasured(appending: schema.write(into:))
    }
}
