import LadderCore
import LadderHTTP
import LadderJSON

/// Writes `generationConfig`.
struct GeminiConfig {
    private let asked: ProviderRequest
    private let traits: GeminiModelTraits
    private let showsThoughts: Bool
    private(set) var notes: [String] = []

    init(asked: ProviderRequest, traits: GeminiModelTraits, showsThoughts: Bool) {
        self.asked = asked
        self.traits = traits
        self.showsThoughts = showsThoughts
    }

    mutating func fields() -> [String: JSONValue] {
        let options = asked.request.options
        var fields: [String: JSONValue] = [:]
        fields["temperature"] = options.temperature.map { .number($0) }
        fields["topP"] = options.topP.map { .number($0) }
        fields["maxOutputTokens"] = options.maximumResponseTokens.map { .integer($0) }
        fields["seed"] = options.seed.map { .integer(Int(Int32(truncatingIfNeeded: $0))) }
        if !options.stopSequences.isEmpty {
            fields["stopSequences"] = .array(options.stopSequences.prefix(Self.mostStops).map { .string($0) })
            if options.stopSequences.count > Self.mostStops {
                notes.append("Gemini takes \(Self.mostStops) stop sequences; the others are left out")
            }
        }
        addFormat(to: &fields)
        let thinking = thinkingFields()
        if !thinking.isEmpty { fields["thinkingConfig"] = .object(thinking) }
        return fields
    }

    private static let mostStops = 5

    private mutating func addFormat(to fields: inout [String: JSONValue]) {
        guard asked.request.responseFormat != .text else { return }
        guard traits.takesFormat else {
            return notes.append("the response format is left out: the model has none")
        }
        guard traits.takesFormatWithTools || asked.request.tools.isEmpty else {
            return notes.append("the response format is left out: the model takes none together with tools")
        }
        fields["responseMimeType"] = "application/json"
        guard case .jsonSchema(_, let schema, _) = asked.request.responseFormat else { return }
        if asked.omitted.contains("responseJsonSchema") {
            fields["responseSchema"] = GeminiSchema.subset(schema)
        } else {
            fields["responseJsonSchema"] = GeminiSchema.ordered(schema)
        }
    }

    private mutating func thinkingFields() -> [String: JSONValue] {
        let effort = asked.request.options.reasoningEffort
        var fields: [String: JSONValue] = [:]
        if let effort {
            let (thinking, note) = traits.thinking.fields(for: effort)
            fields = thinking
            if let note { notes.append(note) }
        }
        if showsThoughts, traits.thinking.isOn(effort: effort) { fields["includeThoughts"] = true }
        return fields
    }
}
