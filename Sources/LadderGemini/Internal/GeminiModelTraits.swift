/// What a model refuses and requires.
struct GeminiModelTraits: Hashable {
    /// How thinking is controlled.
    var thinking = GeminiThinking.unknown
    /// Whether the first tool call of each answer in the conversation must have a signature.
    var wantsCallSignatures = false
    /// Whether instructions have a field of their own. Otherwise they go before the first message.
    var takesInstructions = true
    /// Whether an answer can be asked for as JSON.
    var takesFormat = true
    /// Whether an answer can be asked for as JSON while there are tools.
    var takesFormatWithTools = true

    /// Looks up a model by the provider's name of it.
    init(modelID: String) {
        let name = modelID.split(separator: "/").last.map(String.init) ?? modelID
        self = Self.table.first { name.hasPrefix($0.prefix) }?.traits ?? GeminiModelTraits()
    }

    /// Returns the traits of a model that has refused these parameters, as ``GeminiRefusal`` names them.
    func refusing(_ parameters: Set<String>) -> GeminiModelTraits {
        var traits = self
        if parameters.contains("systemInstruction") { traits.takesInstructions = false }
        if parameters.contains("responseMimeType") { traits.takesFormat = false }
        if parameters.contains(GeminiRefusal.formatWithTools) { traits.takesFormatWithTools = false }
        if case .levels(let levels) = thinking {
            traits.thinking = .levels(levels.filter { !parameters.contains(GeminiRefusal.parameter(for: $0)) })
        }
        return traits
    }

    private init(
        _ thinking: GeminiThinking = .unknown, wantsCallSignatures: Bool = false, takesInstructions: Bool = true,
        takesFormat: Bool = true, takesFormatWithTools: Bool = true
    ) {
        self.thinking = thinking
        self.wantsCallSignatures = wantsCallSignatures
        self.takesInstructions = takesInstructions
        self.takesFormat = takesFormat
        self.takesFormatWithTools = takesFormatWithTools
    }

    /// Traits by the beginning of the name; the first row that fits counts, so longer names come first.
    private static let table: [(prefix: String, traits: GeminiModelTraits)] = [
        ("gemma-3", GeminiModelTraits(.never, takesInstructions: false, takesFormat: false)),
        ("gemma", GeminiModelTraits()),
        ("gemini-1", GeminiModelTraits(.never, takesFormatWithTools: false)),
        ("gemini-2.0", GeminiModelTraits(.never, takesFormatWithTools: false)),
        ("gemini-2.5-flash-image", GeminiModelTraits(.never, takesFormatWithTools: false)),
        (
            "gemini-2.5-flash-lite",
            GeminiModelTraits(
                .budget(512...24_576, canBeOff: true, isOffByDefault: true), takesFormatWithTools: false)
        ),
        ("gemini-2.5-flash", GeminiModelTraits(.budget(1...24_576, canBeOff: true), takesFormatWithTools: false)),
        ("gemini-2.5-pro", GeminiModelTraits(.budget(128...32_768, canBeOff: false), takesFormatWithTools: false)),
        ("gemini-2", GeminiModelTraits(takesFormatWithTools: false)),
        ("gemini-3-pro", GeminiModelTraits(.levels([.low, .high]), wantsCallSignatures: true)),
        ("gemini-3-flash", GeminiModelTraits(.levels(GeminiThinking.Level.allCases), wantsCallSignatures: true)),
        (
            "gemini-3.1-flash-lite",
            GeminiModelTraits(.levels(GeminiThinking.Level.allCases), wantsCallSignatures: true)
        ),
        // The newer families and names such as gemini-flash-latest.
        ("gemini-", GeminiModelTraits(.levels([.low, .medium, .high]), wantsCallSignatures: true)),
    ]
}
