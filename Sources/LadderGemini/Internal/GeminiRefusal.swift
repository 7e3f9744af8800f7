/// The parameter that a refusal of the status 400 names. Gemini has no code for it, only sentences.
enum GeminiRefusal {
    /// The name under which the refusal of a format together with tools is remembered. Without tools the format stays.
    static let formatWithTools = "responseMimeType with tools"

    /// Returns the name under which the refusal of one level is remembered. The other levels stay.
    static func parameter(for level: GeminiThinking.Level) -> String {
        "thinkingLevel \(level.rawValue.uppercased())"
    }

    /// Returns the name of a parameter that can be left out or written in another way; nil where the refusal is about
    /// something else.
    static func parameter(in sentence: String?) -> String? {
        guard let sentence = sentence?.prefix(2_000), isAboutSupport(sentence) else { return nil }
        // `Unknown name "thinkingLevel" at 'generation_config.thinking_config': Cannot find field.`
        if let start = sentence.firstRange(of: "Unknown name \"")?.upperBound {
            let name = String(sentence[start...].prefix { $0 != "\"" })
            let isName = !name.isEmpty && name.utf8.count <= 64
            return isName && !essential.contains(name) ? name : nil
        }
        let words = sentence.lowercased().filter { $0 != "_" && $0 != " " }
        for level in GeminiThinking.Level.allCases where words.contains("thinkinglevel\(level.rawValue)") {
            return parameter(for: level)
        }
        return table.first { words.contains($0.words) }?.parameter
    }

    private static func isAboutSupport(_ sentence: Substring) -> Bool {
        ["not supported", "not enabled", "unsupported", "Unknown name"].contains { sentence.contains($0) }
    }

    /// A request without these is another request.
    private static let essential: Set = [
        "contents", "parts", "role", "text", "tools", "functionDeclarations", "functionCall", "functionResponse",
        "name", "inlineData", "fileData", "generationConfig",
    ]

    private static let table: [(words: String, parameter: String)] = [
        ("functioncallingwitharesponsemimetype", formatWithTools),
        ("thinkinglevel", "thinkingLevel"),
        ("thinkingbudget", "thinkingBudget"),
        ("includethoughts", "includeThoughts"),
        ("thinkingconfig", "thinkingConfig"),
        ("thinkingis", "thinkingConfig"),
        ("developerinstruction", "systemInstruction"),
        ("systeminstruction", "systemInstruction"),
        ("responsejsonschema", "responseJsonSchema"),
        ("parametersjsonschema", "parametersJsonSchema"),
        ("jsonmode", "responseMimeType"),
        ("responsemimetype", "responseMimeType"),
        ("seed", "seed"),
        ("temperature", "temperature"),
        ("topp", "topP"),
        ("stopsequences", "stopSequences"),
    ]
}
