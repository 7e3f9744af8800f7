import LadderCore
import LadderJSON

/// The options of a request in a configuration.
enum ModelOptionsFormat {
    static var object: ObjectFormat<ModelOptions> {
        ObjectFormat(
            name: "options", summary: "The settings of the generation; null leaves one as it is.",
            base: ModelOptions(),
            fields: [
                Field("temperature", \.temperature, .nullable(.number), "The randomness of the answer."),
                Field("topP", \.topP, .nullable(.number), "The share of the probability from which tokens are drawn."),
                Field(
                    "maximumResponseTokens", \.maximumResponseTokens, .nullable(.integer),
                    "The largest number of tokens that the answer may have."),
                Field("stopSequences", \.stopSequences, .list(of: .text), "Texts after which the model stops."),
                Field(
                    "seed", \.seed, .nullable(.integer),
                    "The seed for providers that try to give the same answer again."),
                Field(
                    "reasoningEffort", \.reasoningEffort, reasoningEffort.nullable,
                    "How much the model thinks before it answers."),
                Field("toolChoice", \.toolChoice, toolChoice.nullable, "Whether and which tool the model calls."),
                Field("extra", \.extra, extra.value, "Fields that a provider knows and Ladder does not."),
            ])
    }

    static var reasoningEffort: ValueFormat<ReasoningEffort> {
        ValueFormat<String>.name.mapping(to: { ReasoningEffort($0) }, from: { $0.rawValue })
    }

    private static var toolChoice: ValueFormat<ModelOptions.ToolChoice> {
        let named: [(name: String, value: ModelOptions.ToolChoice)] = [
            ("automatic", .automatic), ("none", .none), ("required", .required),
        ]
        let choice = ValueFormat.choice(among: named)
        return ValueFormat(
            choice.allowed + ", or {\"tool\": NAME}",
            schema: [
                "anyOf": [
                    choice.schema,
                    [
                        "type": "object", "properties": ["tool": ["type": "string"]], "required": ["tool"],
                        "additionalProperties": false,
                    ],
                ]
            ],
            read: { json in
                if let choice = named.first(where: { .string($0.name) == json })?.value { return choice }
                guard json.object?.count == 1 else { return nil }
                return json["tool"]?.string.map { .tool($0) }
            },
            write: { choice in
                if case .tool(let name) = choice { return ["tool": .string(name)] }
                return named.first { $0.value == choice }.map { .string($0.name) } ?? .null
            })
    }

    private static var extra: ObjectFormat<ExtraFields> {
        ObjectFormat(
            name: "options.extra", summary: "Fields for every client, and fields for one kind of client.",
            base: ExtraFields(),
            fields: [
                Field("shared", \.sharedFields, jsonFields, "The fields that go to every client."),
                Field(
                    "bound", \.boundFields, jsonFields.byName,
                    "The fields that go to one kind of client only: `openai`, `anthropic`, `gemini`, or your own."),
            ])
    }

    private static var jsonFields: ValueFormat<[String: JSONValue]> {
        ValueFormat(
            "an object of any JSON values", schema: ["type": "object"], read: { $0.object }, write: { .object($0) })
    }
}

extension ExtraFields {
    fileprivate var sharedFields: [String: JSONValue] {
        get { shared }
        set {
            var fields = ExtraFields(newValue)
            for (client, own) in bound { fields[client] = own }
            self = fields
        }
    }

    fileprivate var boundFields: [String: [String: JSONValue]] {
        get { Dictionary(bound.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { $1 }) }
        set {
            self = ExtraFields(shared)
            for (client, fields) in newValue { self[ModelClient(client)] = fields }
        }
    }
}
