import LadderCore
import LadderJSON
import LadderModelFallback

struct ModelFallbackDeclaration: LayerDeclaration {
    static let kind = "ModelFallback"

    var policy = ModelFallbackPolicy([:])

    static let rules: [(name: String, value: ErrorRules.FallbackRule)] = [
        ("never", .never), ("anyModel", .anyModel), ("localFirst", .localFirst), ("largerWindow", .largerWindow),
        ("acceptingFiltered", .acceptingFiltered),
    ]

    static var format: ObjectFormat<ModelFallbackDeclaration> {
        ObjectFormat(
            name: kind, summary: "Asks another model after one has failed.",
            base: ModelFallbackDeclaration(),
            fields: [
                Field(
                    "candidates", \.policy.candidates, candidates,
                    "The models to ask, in order: one list for all models, or a list for each model, `*` for the rest.",
                    isRequired: true),
                Field(
                    "maximumWait", \.policy.maximumWait, .duration,
                    "The longest time a call waits for a circuit breaker when the breakers of all models are open."),
                Field(
                    "rules", \.policy.rules, ValueFormat.choice(among: rules).byErrorKind,
                    "What to do after kinds of errors, instead of what the error table says."),
            ])
    }

    /// A list for all models, or lists by the names of models.
    private static var candidates: ValueFormat<[String: [FallbackCandidate]]> {
        let list = candidate.list
        let byModel = list.byName
        return ValueFormat(
            allowed: "a list of candidates, or an object of such lists by model",
            schema: ["anyOf": [list.schema, byModel.schema]],
            objects: list.objects,
            read: { reader in
                if reader.value?.array != nil { return list.read(reader).map { [ModelFallbackPolicy.anyModel: $0] } }
                guard reader.value?.object != nil else { return reader.fail("an array or an object of arrays") }
                return byModel.read(reader)
            },
            write: byModel.write)
    }

    /// A candidate as an object, or only its model.
    private static var candidate: ValueFormat<FallbackCandidate> {
        let object = candidateObject.value
        return ValueFormat(
            allowed: "the name of a model, or an object (see \(candidateObject.name))",
            schema: ["anyOf": [["type": "string", "minLength": 1], object.schema]], objects: object.objects,
            read: { reader in
                if let model = reader.value?.string, !model.isEmpty { return FallbackCandidate(model) }
                guard reader.value?.object != nil else { return reader.fail("the name of a model or an object") }
                return object.read(reader)
            },
            write: object.write)
    }

    private static var candidateObject: ObjectFormat<FallbackCandidate> {
        ObjectFormat(
            name: "ModelFallback.candidates", summary: "A model to ask, and the changes to the request for it.",
            base: FallbackCandidate(""),
            fields: [
                Field("model", \.model, .name, "The logical name of the model.", isRequired: true),
                Field("isLocal", \.isLocal, .bool, "Whether the model runs on this machine."),
                Field(
                    "hasLargerWindow", \.hasLargerWindow, .bool,
                    "Whether the model is asked after a conversation was too long for another model."),
                Field(
                    "acceptsFiltered", \.acceptsFiltered, .bool,
                    "Whether the model is asked after the safety filter of another model refused the request."),
                Field(
                    "options", \.options, ModelOptionsFormat.object.value.nullable,
                    "The options that replace those of the request."),
                Field(
                    "systemPromptAddition", \.systemPromptAddition, .nullable(.text),
                    "A system message for this candidate only."),
            ])
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        ModelFallback(policy)
    }
}
