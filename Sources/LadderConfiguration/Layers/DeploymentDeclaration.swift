import LadderCore
import LadderJSON
import LadderRouter

/// A deployment as a configuration declares it.
struct DeploymentDeclaration {
    var id: String?
    var model = ModelDeclaration()
    var weight = 1.0
    var tags: [String: String] = [:]

    static var format: ObjectFormat<DeploymentDeclaration> {
        ObjectFormat(
            name: "ModelRouter.routes", summary: "One place where a model runs.", base: DeploymentDeclaration(),
            fields: [
                Field(
                    "model", \.model.model, .name,
                    "The name in the catalog: the prefix of a client, a slash, and the provider's name of the model.",
                    isRequired: true),
                Field(
                    "id", \.id, .nullable(.name),
                    "The name in breakers, statistics and the trace; null for the name in the catalog."),
                Field(
                    "key", \.model.key, KeyReference.format.nullable,
                    "Where the API key is; null for the provider's usual variable, or for none where there "
                        + "is a `baseURL`."
                ),
                Field(
                    "baseURL", \.model.baseURL, .nullable(.name),
                    "The URL of another server that speaks the same interface; null for the provider's own."),
                Field(
                    "weight", \.weight, .number,
                    "The share of the traffic, relative to the other deployments. Zero makes a standby."),
                Field("tags", \.tags, .byName(.text), "The properties of the deployment that calls can require."),
            ])
    }

    /// A deployment as an object, or only its name in the catalog.
    static var value: ValueFormat<DeploymentDeclaration> {
        let object = format.value
        return ValueFormat(
            allowed: "the name of a model, or an object (see \(format.name))",
            schema: ["anyOf": [["type": "string", "minLength": 1], object.schema]], objects: object.objects,
            read: { reader in
                var declaration: DeploymentDeclaration?
                if let name = reader.value?.string, !name.isEmpty {
                    declaration = DeploymentDeclaration(model: ModelDeclaration(model: name))
                } else if reader.value?.object != nil {
                    declaration = object.read(reader)
                } else {
                    reader.reportKind("the name of a model or an object")
                }
                declaration?.model.place = reader
                return declaration
            },
            write: { declaration in
                var named = declaration
                named.id = declaration.id ?? declaration.model.model
                return object.write(named)
            })
    }

    func deployment(of name: String, by loader: PipelineLoader) -> Deployment? {
        guard let client = loader.make(model, named: name) else { return nil }
        return Deployment(id ?? model.model, client: client, modelID: nil, weight: weight, tags: tags)
    }
}
