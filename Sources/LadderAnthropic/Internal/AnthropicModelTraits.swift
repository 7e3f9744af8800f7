/// What a model refuses and requires.
///
/// Source: Anthropic's pages on thinking, effort, structured outputs, and its migration guides, November 2026. What the
/// table does not know is learned from the provider's errors (``AnthropicRefusal``).
struct AnthropicModelTraits: Hashable, Sendable {
    /// How the model is asked to think.
    enum Thinking: Hashable, Sendable {
        /// The model does not think.
        case none
        /// `thinking: {type: enabled, budget_tokens}`. Off unless asked for.
        case budget
        /// `thinking: {type: adaptive}` with `output_config.effort`.
        case adaptive(Adaptive)
    }

    /// The thinking of a model that decides itself how much it thinks.
    struct Adaptive: Hashable, Sendable {
        /// Whether the model thinks when the request does not mention it.
        var isDefault: Bool
        /// The type that turns thinking off; nil if it cannot be turned off. Unused where thinking is not the default.
        var off: String?
        /// Whether summaries come only when the request asks for them.
        var isHidden: Bool
        /// The levels of effort, lowest first.
        var efforts: [String]
    }

    /// The parameters of sampling that the model accepts.
    enum Sampling: Hashable, Sendable {
        /// Temperature and nucleus sampling.
        case both
        /// One of them.
        case one
        /// None of them: each value but the default is an error.
        case none
    }

    var thinking: Thinking
    var sampling: Sampling
    /// Whether `tool_choice` can be `any` or name a tool.
    var canForceTools = true
    /// Whether `output_config.format` enforces a schema. Its older form, `output_format` with a beta header, is not used.
    var hasSchemas = true
}

extension AnthropicModelTraits {
    private static let fourSix = Adaptive(
        isDefault: false, off: nil, isHidden: false, efforts: ["low", "medium", "high", "max"])
    private static let fourSeven = Adaptive(
        isDefault: false, off: nil, isHidden: true, efforts: ["low", "medium", "high", "xhigh", "max"])

    private static func five(off: String?) -> Thinking {
        .adaptive(
            Adaptive(isDefault: true, off: off, isHidden: true, efforts: ["low", "medium", "high", "xhigh", "max"]))
    }

    private static let thinksByBudget = AnthropicModelTraits(thinking: .budget, sampling: .both, hasSchemas: false)
    private static let doesNotThink = AnthropicModelTraits(thinking: .none, sampling: .both, hasSchemas: false)

    /// The rows, the more special name first. A row is for each name that contains its pattern.
    static let rows: [(pattern: String, traits: AnthropicModelTraits)] = [
        ("opus-5-5", AnthropicModelTraits(thinking: five(off: nil), sampling: .none, canForceTools: false)),
        (
            "sonnet-5-5",
            AnthropicModelTraits(thinking: five(off: "between_tools"), sampling: .none, canForceTools: false)
        ),
        ("haiku-5-5", AnthropicModelTraits(thinking: five(off: "disabled"), sampling: .none)),
        ("fable-5", AnthropicModelTraits(thinking: five(off: nil), sampling: .none)),
        ("mythos", AnthropicModelTraits(thinking: five(off: nil), sampling: .none)),
        ("opus-5", AnthropicModelTraits(thinking: five(off: "disabled"), sampling: .none)),
        ("sonnet-5", AnthropicModelTraits(thinking: five(off: "disabled"), sampling: .none)),
        ("opus-4-8", AnthropicModelTraits(thinking: .adaptive(fourSeven), sampling: .none)),
        ("opus-4-7", AnthropicModelTraits(thinking: .adaptive(fourSeven), sampling: .none)),
        ("opus-4-6", AnthropicModelTraits(thinking: .adaptive(fourSix), sampling: .one)),
        ("sonnet-4-6", AnthropicModelTraits(thinking: .adaptive(fourSix), sampling: .one)),
        ("opus-4-5", AnthropicModelTraits(thinking: .budget, sampling: .one)),
        ("sonnet-4-5", AnthropicModelTraits(thinking: .budget, sampling: .one)),
        ("haiku-4-5", AnthropicModelTraits(thinking: .budget, sampling: .one)),
        ("opus-4-1", AnthropicModelTraits(thinking: .budget, sampling: .one, hasSchemas: false)),
        ("opus-4", thinksByBudget),
        ("sonnet-4", thinksByBudget),
        ("3-7-sonnet", thinksByBudget),
        ("claude-3", doesNotThink),
        ("claude-2", doesNotThink),
        ("claude-instant", doesNotThink),
    ]

    /// The traits of a name that is in no row: of a newer model, or of a gateway's own name.
    static let unknown = AnthropicModelTraits(
        thinking: .adaptive(
            Adaptive(isDefault: false, off: nil, isHidden: true, efforts: ["low", "medium", "high", "xhigh", "max"])),
        sampling: .both)

    /// Creates the traits of a model by its name, such as `claude-sonnet-4-5-20250929` or `anthropic/claude-opus-4.6`.
    init(modelID: String) {
        let name = modelID.lowercased().replacing(".", with: "-")
        self = Self.rows.first { name.contains($0.pattern) }?.traits ?? .unknown
    }
}
