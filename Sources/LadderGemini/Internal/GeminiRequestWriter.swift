import LadderCore
import LadderHTTP
import LadderJSON

/// Writes the body of a request.
struct GeminiRequestWriter {
    private let asked: ProviderRequest
    private let showsThoughts: Bool
    private let traits: GeminiModelTraits
    /// The schemas of tools, whose keys keep their order.
    private(set) var schemas: [String: JSONSchema] = [:]
    /// What was left out, for the trace.
    private(set) var notes: [String] = []

    init(_ asked: ProviderRequest, showsThoughts: Bool) {
        self.asked = asked
        self.showsThoughts = showsThoughts
        traits = GeminiModelTraits(modelID: asked.modelID).refusing(asked.omitted)
    }

    /// Returns the body.
    ///
    /// - Throws: `ChatError` of the kind `invalidRequest` for a conversation that Gemini cannot be asked.
    mutating func body() throws(ChatError) -> JSONValue {
        var conversation = GeminiConversation(
            traits: traits, sendsIDs: !asked.omitted.contains("id"))
        for message in asked.request.messages { try conversation.add(message) }
        var body: [String: JSONValue] = try conversation.fields()
        notes += conversation.notes
        if !asked.request.tools.isEmpty {
            let usesSubset = asked.omitted.contains("parametersJsonSchema")
            body["tools"] = GeminiTools.json(of: asked.request.tools, usesSubset: usesSubset)
            for (index, tool) in asked.request.tools.enumerated() where !usesSubset {
                schemas["/tools/0/functionDeclarations/\(index)/parametersJsonSchema"] = tool.parameters
            }
            body["toolConfig"] = asked.request.options.toolChoice.map { GeminiTools.json(of: $0) }
        }
        var config = GeminiConfig(asked: asked, traits: traits, showsThoughts: showsThoughts)
        let fields = config.fields()
        notes += config.notes
        if !fields.isEmpty { body["generationConfig"] = .object(fields) }
        body.merge(asked.request.options.extra.fields(for: .gemini)) { $0.merging($1) }
        return .object(leavingOutRefused(body))
    }

    /// Leaves out the parameters that the model has refused before, the caller's own ones too.
    private mutating func leavingOutRefused(_ fields: [String: JSONValue]) -> [String: JSONValue] {
        var fields = fields
        for name in fields.keys.sorted() where asked.omitted.contains(name) {
            fields.removeValue(forKey: name)
            notes.append("\(name.prefix(64)) is left out, because the model has refused it")
        }
        for name in ["generationConfig", "thinkingConfig"] {
            guard let below = fields[name]?.object else { continue }
            let left = leavingOutRefused(below)
            fields[name] = .object(left)
            if left.isEmpty { fields.removeValue(forKey: name) }
        }
        return fields
    }
}

extension JSONValue {
    /// Returns an object with the fields of another one, at every level; else the other value.
    fileprivate func merging(_ other: JSONValue) -> JSONValue {
        guard case .object(let own) = self, case .object(let more) = other else { return other }
        return .object(own.merging(more) { $0.merging($1) })
    }
}
