import LadderCore
import LadderJSON

extension Usage {
    /// Reads Gemini's `usageMetadata`; nil where it counts nothing.
    ///
    /// Its prompt includes cached tokens. Thoughts come on top of the candidates and are paid as output.
    init?(gemini json: JSONValue) {
        let prompt = json["promptTokenCount"]?.int
        let candidates = json["candidatesTokenCount"]?.int
        let thoughts = json["thoughtsTokenCount"]?.int ?? 0
        guard prompt != nil || candidates != nil else { return nil }
        self.init(
            inputTokens: (prompt ?? 0).saturatingAdding(json["toolUsePromptTokenCount"]?.int ?? 0),
            outputTokens: (candidates ?? 0).saturatingAdding(thoughts),
            cacheReadTokens: json["cachedContentTokenCount"]?.int ?? 0,
            reasoningTokens: thoughts)
    }
}
