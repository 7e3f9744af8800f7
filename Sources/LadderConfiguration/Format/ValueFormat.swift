import LadderJSON

/// How values of one type are written in a configuration: reading, writing, schema and words, in one place.
struct ValueFormat<Value> {
    /// What is allowed, for problems and for the reference: `a duration such as "10s"`.
    let allowed: String
    /// The JSON Schema of the values.
    let schema: JSONValue
    /// Returns the objects that the values consist of, for the schema and the reference. Reading does not need them.
    var objects: () -> [ObjectDescription] = { [] }
    /// Returns the value at a place, or reports what is wrong with it and returns nil.
    let read: (JSONReader) -> Value?
    /// Returns the JSON from which `read` makes an equal value.
    let write: (Value) -> JSONValue
    /// Returns the value of JSON, or nil where it is not allowed; nil for a format that reports parts of a value.
    var convert: ((JSONValue) -> Value?)?
}

extension ValueFormat {
    /// Creates a format for values that are read without a report of their own: nil means "not allowed".
    init(
        _ allowed: String, schema: JSONValue, read: @escaping (JSONValue) -> Value?,
        write: @escaping (Value) -> JSONValue
    ) {
        self.init(
            allowed: allowed, schema: schema, read: { $0.required(allowed, converting: read) }, write: write,
            convert: read)
    }

    /// Returns a format for another type, by a conversion in both directions.
    func mapping<Other>(to other: @escaping (Value) -> Other, from own: @escaping (Other) -> Value) -> ValueFormat<
        Other
    > {
        ValueFormat<Other>(
            allowed: allowed, schema: schema, objects: objects, read: { read($0).map(other) },
            write: { write(own($0)) },
            convert: convert.map { convert in { convert($0).map(other) } })
    }

    /// The same format, in which `null` stands for nil.
    var nullable: ValueFormat<Value?> {
        let allowed = allowed + ", or null"
        return ValueFormat<Value?>(
            allowed: allowed, schema: schema.orNull, objects: objects,
            read: { reader in
                if reader.value == nil { return .some(nil) }
                guard let convert else { return read(reader).map { .some($0) } }
                return reader.read(allowed) { convert($0).map { .some($0) } }
            },
            write: { $0.map(write) ?? .null })
    }
}

extension JSONReader {
    /// Returns the converted value at this place; reports when it is missing, null or not allowed.
    func required<Value>(_ allowed: String, converting convert: (JSONValue) -> Value?) -> Value? {
        value == nil ? fail(allowed) : read(allowed, convert)
    }

    /// Reports a sentence that has a subject of its own.
    func report(sentence: String) {
        problems.report("\(path): \(sentence)")
    }
}

extension JSONValue {
    /// This schema, or null.
    fileprivate var orNull: JSONValue {
        if let type = self["type"]?.string, case .object(var members) = self, members["enum"] == nil {
            members["type"] = [.string(type), "null"]
            return .object(members)
        }
        return ["anyOf": [self, ["type": "null"]]]
    }
}
