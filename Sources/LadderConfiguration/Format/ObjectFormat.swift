import LadderJSON

/// How objects of one type are written in a configuration.
struct ObjectFormat<Owner> {
    /// The name in the reference.
    let name: String
    let summary: String
    /// The value that has the default of every field.
    let base: Owner
    /// Values that can be chosen as the base by the field `preset`.
    var presets: [(name: String, value: Owner)] = []
    let fields: [Field<Owner>]

    /// Returns the object at a place. What is wrong with it is reported; nil means that it has not all it needs.
    ///
    /// - Parameter more: The names of fields that are read elsewhere.
    func read(_ reader: JSONReader, allowing more: [String] = []) -> Owner? {
        guard reader.value?.object != nil else { return reader.fail("an object") }
        let known = fields.map(\.description.name) + (presets.isEmpty ? [] : ["preset"]) + more
        reader.rejectUnknownKeys(known)
        var owner = base
        if !presets.isEmpty, reader.value?["preset"] != nil, let preset = presetFormat.read(reader["preset"]) {
            owner = presets.first { $0.name == preset }?.value ?? base
        }
        let hasRequired = fields.map { $0.read(reader, &owner) }.allSatisfy { $0 }
        return hasRequired ? owner : nil
    }

    /// Returns the object with all fields, so that it needs no preset.
    func write(_ owner: Owner) -> [String: JSONValue] {
        Dictionary(fields.map { ($0.description.name, $0.write(owner)) }, uniquingKeysWith: { $1 })
    }

    /// What the schema and the reference say about the object.
    var description: ObjectDescription {
        var rows = fields.map { field in
            var row = field.description
            if !row.isRequired { row.defaultValue = field.write(base) }
            return row
        }
        if !presets.isEmpty {
            rows.insert(
                FieldDescription(
                    name: "preset", summary: "The policy whose values count where a field is absent.",
                    allowed: presetFormat.allowed, schema: presetFormat.schema, isRequired: false, objects: { [] }),
                at: 0)
        }
        return ObjectDescription(name: name, summary: summary, fields: rows)
    }

    /// The objects as values of other formats.
    var value: ValueFormat<Owner> {
        ValueFormat(
            allowed: "an object (see \(name))", schema: ["$ref": .string("#/$defs/\(name)")],
            objects: { [description] },
            read: { read($0) }, write: { .object(write($0)) })
    }

    private var presetFormat: ValueFormat<String> { .choice(among: presets.map { ($0.name, $0.name) }) }
}
