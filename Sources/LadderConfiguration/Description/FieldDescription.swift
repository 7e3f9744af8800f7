import LadderJSON

/// What the schema and the reference say about a field.
struct FieldDescription {
    let name: String
    let summary: String
    let allowed: String
    let schema: JSONValue
    let isRequired: Bool
    let objects: () -> [ObjectDescription]
    /// The value where the field is absent; nil for a required field.
    var defaultValue: JSONValue?
}
