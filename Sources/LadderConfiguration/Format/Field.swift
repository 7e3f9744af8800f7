import LadderJSON

/// One field of an object in a configuration.
struct Field<Owner> {
    let description: FieldDescription
    /// Reads the field, if it is present, into the owner. Returns false where a required field could not be read.
    let read: (JSONReader, inout Owner) -> Bool
    let write: (Owner) -> JSONValue
}

extension Field {
    /// Creates a field for a property. Where the field is absent, the property keeps its default.
    init<Value>(
        _ name: String, _ property: WritableKeyPath<Owner, Value>, _ format: ValueFormat<Value>, _ summary: String,
        isRequired: Bool = false
    ) {
        description = FieldDescription(
            name: name, summary: summary, allowed: format.allowed, schema: format.schema, isRequired: isRequired,
            objects: format.objects)
        read = { owner, result in
            let place = owner[name]
            // For a reader, null is the same as absent. It is passed on here, because it can stand for nil.
            guard owner.value?[name] != nil || isRequired else { return true }
            guard let value = format.read(place) else { return !isRequired }
            result[keyPath: property] = value
            return true
        }
        write = { format.write($0[keyPath: property]) }
    }
}
