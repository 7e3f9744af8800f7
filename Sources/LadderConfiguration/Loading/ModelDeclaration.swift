import LadderCore
import LadderJSON

/// A model as a configuration declares it.
struct ModelDeclaration {
    var model = ""
    var name: String?
    var key: KeyReference?
    var baseURL: String?
    /// Where the model is declared; nil for the default of the format.
    var place: JSONReader?

    /// The name by which requests ask for the model.
    var logicalName: String { name ?? model }

    static var format: ObjectFormat<ModelDeclaration> {
        ObjectFormat(
            name: "model", summary: "A model, by its name in the catalog.", base: ModelDeclaration(),
            fields: [
                Field(
                    "model", \.model, .name,
                    "The name in the catalog: the prefix of a client, a slash, and the provider's name of the model.",
                    isRequired: true),
                Field(
                    "name", \.name, .nullable(.name),
                    "The name by which requests ask for it; null for the name in the catalog."),
                Field(
                    "key", \.key, KeyReference.format.nullable,
                    "Where the API key is; null for the provider's usual variable, or for none where there "
                        + "is a `baseURL`."
                ),
                Field(
                    "baseURL", \.baseURL, .nullable(.name),
                    "The URL of another server that speaks the same interface; null for the provider's own."),
            ])
    }

    /// A model as an object, or only its name in the catalog.
    static var value: ValueFormat<ModelDeclaration> {
        let object = format.value
        return ValueFormat(
            allowed: "the name of a model, or an object (see model)",
            schema: ["anyOf": [["type": "string", "minLength": 1], object.schema]], objects: object.objects,
            read: { reader in
                if let name = reader.value?.string, !name.isEmpty {
                    return ModelDeclaration(model: name, place: reader)
                }
                guard reader.value?.object != nil else { return reader.fail("the name of a model or an object") }
                var declaration = object.read(reader)
                declaration?.place = reader
                return declaration
            },
            write: { declaration in
                var named = declaration
                named.name = declaration.logicalName
                return object.write(named)
            })
    }
}
