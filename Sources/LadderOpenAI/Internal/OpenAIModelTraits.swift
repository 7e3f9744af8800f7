import LadderCore

/// What a model refuses and requires.
///
/// Source: OpenAI's pages on reasoning models and its reference of chat completions, 2025 and 2026. What the table does not
/// know, such as an Azure deployment with a name of its own, is learned from the provider's errors (`OpenAIRefusal`).
struct OpenAIModelTraits: Hashable, Sendable {
    /// The levels of effort that the model accepts, lowest first; nil where nothing is known. Empty means that the model
    /// does not think.
    var efforts: [String]?
    /// The level without a word about it.
    var usualEffort = "medium"
    /// Whether temperature, nucleus sampling and the like are accepted while the model thinks.
    var takesSampling = false
    /// Whether `max_tokens` is refused.
    var requiresCompletionTokens = true

    /// Whether the model thinks without showing it.
    var thinks: Bool { efforts?.isEmpty == false }

    private static let chat = OpenAIModelTraits(efforts: [], takesSampling: true, requiresCompletionTokens: false)
    private static let unknown = OpenAIModelTraits(efforts: nil, takesSampling: true, requiresCompletionTokens: false)

    /// The rows, the more special name first. A row is for each name that begins with its pattern, in which `*` stands
    /// for any text.
    static let rows: [(pattern: String, traits: OpenAIModelTraits)] = [
        ("gpt-5-chat", OpenAIModelTraits(efforts: [], takesSampling: true)),
        ("gpt-5-pro", OpenAIModelTraits(efforts: ["high"], usualEffort: "high")),
        ("gpt-5-codex", OpenAIModelTraits(efforts: ["low", "medium", "high"])),
        ("gpt-5.*-chat", OpenAIModelTraits(efforts: ["medium"])),
        ("gpt-5.*-pro", OpenAIModelTraits(efforts: ["medium", "high", "xhigh"])),
        ("gpt-5.1-codex-max", OpenAIModelTraits(efforts: ["low", "medium", "high", "xhigh"])),
        ("gpt-5.1-codex", OpenAIModelTraits(efforts: ["low", "medium", "high"])),
        ("gpt-5.*-codex", OpenAIModelTraits(efforts: ["low", "medium", "high", "xhigh"])),
        ("gpt-5.1", OpenAIModelTraits(efforts: ["none", "low", "medium", "high"], usualEffort: "none")),
        ("gpt-5.", OpenAIModelTraits(efforts: ["none", "low", "medium", "high", "xhigh"], usualEffort: "none")),
        ("gpt-5", OpenAIModelTraits(efforts: ["minimal", "low", "medium", "high"])),
        ("o1", OpenAIModelTraits(efforts: ["low", "medium", "high"])),
        ("o3", OpenAIModelTraits(efforts: ["low", "medium", "high"])),
        ("o4", OpenAIModelTraits(efforts: ["low", "medium", "high"])),
        ("gpt-4", chat),
        ("gpt-3.5", chat),
        ("chatgpt-", chat),
    ]

    /// Creates the traits of a model by its name, with or without a prefix such as `openai/`.
    init(modelID: String) {
        let name = modelID.lowercased().split(separator: "/").last ?? ""
        self = Self.rows.first { Self.matches(name, pattern: $0.pattern) }?.traits ?? .unknown
    }

    private static func matches(_ name: Substring, pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", maxSplits: 1)
        guard let first = parts.first, name.hasPrefix(first) else { return false }
        return parts.count == 1 || name.dropFirst(first.count).contains(parts[1])
    }

    private init(
        efforts: [String]?, usualEffort: String = "medium", takesSampling: Bool = false,
        requiresCompletionTokens: Bool = true
    ) {
        self.efforts = efforts
        self.usualEffort = usualEffort
        self.takesSampling = takesSampling
        self.requiresCompletionTokens = requiresCompletionTokens
    }

    /// Returns the accepted level that is nearest to the wanted one, preferring the lower of two; nil where none is known.
    func effort(nearest wanted: ReasoningEffort) -> String? {
        guard let efforts, !efforts.isEmpty else { return nil }
        if efforts.contains(wanted.rawValue) { return wanted.rawValue }
        guard let place = Self.scale.firstIndex(of: wanted.rawValue) else { return nil }
        let known = efforts.compactMap { effort in Self.scale.firstIndex(of: effort).map { (effort, abs($0 - place)) } }
        return known.min { $0.1 < $1.1 }?.0
    }

    /// Returns how long the model may be silent at a level of effort.
    func silence(at wanted: ReasoningEffort?) -> Duration? {
        guard thinks else { return nil }
        switch wanted.flatMap(effort(nearest:)) ?? usualEffort {
        case "none", "minimal": return nil
        case "low": return .seconds(30)
        case "medium": return .seconds(60)
        case "high": return .seconds(120)
        default: return .seconds(240)
        }
    }

    private static let scale = ["none", "minimal", "low", "medium", "high", "xhigh"]
}
