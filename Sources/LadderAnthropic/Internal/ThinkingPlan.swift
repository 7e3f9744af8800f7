import LadderCore
import LadderJSON

/// How one request asks a model to think, and the maximum length that this leaves for its answer.
struct ThinkingPlan: Hashable, Sendable {
    /// Whether the model may think.
    private(set) var isThinking = false
    /// The field `thinking`; nil leaves it out.
    private(set) var field: JSONValue?
    /// The field `output_config.effort`; nil leaves it out.
    private(set) var effort: String?
    /// The field `max_tokens`.
    private(set) var maximumTokens: Int
    /// What was left out or changed.
    private(set) var notes: [String] = []

    /// The smallest budget that the provider accepts.
    static let smallestBudget = 1_024
    /// The tokens that are kept for the answer behind the thinking.
    static let smallestAnswer = 1_024
    /// The length of answers of models that the price book does not know.
    static let usualMaximum = 4_096

    /// Plans the thinking of a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - modelID: The provider's name of the model.
    ///   - traits: What the model refuses and requires.
    ///   - showsThinking: Whether summaries of the thinking are wanted.
    ///   - omitted: The parameters that the target has refused.
    init(
        of request: ChatRequest, modelID: String, traits: AnthropicModelTraits, showsThinking: Bool,
        omitted: Set<String> = []
    ) {
        // Some gateways write `claude-opus-4.6`.
        let price =
            PriceBook.builtIn.price(of: modelID)
            ?? PriceBook.builtIn.price(of: modelID.replacing(".", with: "-"))
        let isLimited = request.options.maximumResponseTokens != nil
        var modelMaximum = price?.maximumOutputTokens
        maximumTokens = request.options.maximumResponseTokens ?? modelMaximum ?? Self.usualMaximum
        if !isLimited, let window = price?.contextWindow {
            // Older models refuse a request whose prompt and maximum length together exceed their window.
            let room = window - request.textBytes / 2
            maximumTokens = max(min(maximumTokens, room), min(maximumTokens, Self.usualMaximum))
        }
        if omitted.contains("max_tokens"), maximumTokens > Self.usualMaximum {
            maximumTokens = Self.usualMaximum
            modelMaximum = Self.usualMaximum
            notes.append("the target refuses so large a max_tokens; it is \(maximumTokens)")
        }
        if let own = request.options.extra.fields(for: .anthropic)["thinking"] {
            planOwn(own, isLimited: isLimited, modelMaximum: modelMaximum)
            return
        }
        let wanted = request.options.reasoningEffort
        switch thinking(of: traits, omitted: omitted) {
        case .none:
            if let wanted, wanted != .none { notes.append("the model takes no reasoning effort; it is left out") }
        case .budget:
            guard let wanted, wanted != .none else { return }
            planBudget(for: wanted, in: request, modelMaximum: modelMaximum, showsThinking: showsThinking)
        case .adaptive(let adaptive):
            planAdaptive(
                adaptive, wanted: wanted, showsThinking: showsThinking && !omitted.contains("thinking.display"))
        }
        if omitted.contains("output_config.effort"), effort != nil {
            effort = nil
            notes.append("the target refuses output_config.effort; it is left out")
        }
        if let type = field?["type"]?.string, type != "adaptive", omitted.contains("thinking." + type) {
            field = nil
            notes.append("the target refuses to turn thinking off")
            isThinking = true
        }
    }

    /// The form of thinking that the target has left after its refusals.
    private func thinking(of traits: AnthropicModelTraits, omitted: Set<String>) -> AnthropicModelTraits.Thinking {
        if omitted.contains("thinking") { return .none }
        switch traits.thinking {
        case .budget where omitted.contains("thinking.enabled"):
            return omitted.contains("thinking.adaptive") ? .none : AnthropicModelTraits.unknown.thinking
        case .adaptive where omitted.contains("thinking.adaptive"):
            return omitted.contains("thinking.enabled") ? .none : .budget
        default: return traits.thinking
        }
    }

    /// Follows a field `thinking` that the caller wrote; the answer gets its length on top of the budget.
    private mutating func planOwn(_ own: JSONValue, isLimited: Bool, modelMaximum: Int?) {
        isThinking = own["type"]?.string == "enabled" || own["type"]?.string == "adaptive"
        guard let budget = own["budget_tokens"]?.int, isLimited || budget >= maximumTokens else { return }
        raise(by: budget, modelMaximum: modelMaximum)
    }

    private mutating func raise(by budget: Int, modelMaximum: Int?) {
        maximumTokens = min(maximumTokens.saturatingAdding(max(0, budget)), max(modelMaximum ?? .max, budget))
    }
}

extension ThinkingPlan {
    private mutating func planBudget(
        for effort: ReasoningEffort, in request: ChatRequest, modelMaximum: Int?, showsThinking: Bool
    ) {
        if request.options.toolChoice?.isForced == true, !request.tools.isEmpty {
            notes.append("the model cannot think when it must call a tool; thinking is left out")
            return
        }
        if request.toolLoopLacksThinking {
            notes.append("the tool loop began without this model's thinking; thinking is left out")
            return
        }
        // Gateways and new models may have no known maximum; a short answer then limits the budget alone.
        let limit = modelMaximum ?? maximumTokens.saturatingAdding(effort.budget)
        let budget = min(effort.budget, limit - Self.smallestAnswer)
        guard budget >= Self.smallestBudget else {
            notes.append("the model's maximum leaves no room for thinking; it is left out")
            return
        }
        if request.options.maximumResponseTokens != nil || maximumTokens <= budget {
            raise(by: budget, modelMaximum: modelMaximum)
        }
        isThinking = true
        field = ["type": "enabled", "budget_tokens": .integer(budget)]
    }

    private mutating func planAdaptive(
        _ adaptive: AnthropicModelTraits.Adaptive, wanted: ReasoningEffort?, showsThinking: Bool
    ) {
        if wanted == ReasoningEffort.none {
            guard adaptive.isDefault else { return }
            if let off = adaptive.off {
                field = ["type": .string(off)]
            } else {
                notes.append("the model always thinks; it is asked for its lowest effort")
                isThinking = true
                effort = adaptive.efforts.first
            }
            return
        }
        guard wanted != nil || adaptive.isDefault else { return }
        isThinking = true
        field = ["type": "adaptive"]
        if adaptive.isHidden, showsThinking { field = ["type": "adaptive", "display": "summarized"] }
        guard let wanted else { return }
        effort = adaptive.level(for: wanted)
        if let effort, effort != wanted.rawValue {
            notes.append("the model has no such reasoning effort; it is asked for \(effort)")
        }
    }
}

extension AnthropicModelTraits.Adaptive {
    /// Returns the model's own level for a wanted one: `minimal` is the lowest, an unknown one above `high` the highest.
    fileprivate func level(for wanted: ReasoningEffort) -> String? {
        if efforts.contains(wanted.rawValue) { return wanted.rawValue }
        return wanted == .minimal ? efforts.first : efforts.last
    }
}
