/// The settings with which a model generates its answer. What is nil or empty is left to the provider.
public struct ModelOptions: Hashable, Sendable {
    /// Which tool the model must, may or must not call.
    public enum ToolChoice: Hashable, Sendable {
        /// The model decides whether it calls a tool.
        case automatic
        /// The model calls no tool.
        case none
        /// The model calls at least one tool.
        case required
        /// The model calls the tool of this name.
        case tool(String)
    }

    /// The randomness of the answer, from 0 upwards.
    public var temperature: Double?
    /// The share of the probability from which tokens are drawn, from 0 to 1 (nucleus sampling).
    public var topP: Double?
    /// The largest number of tokens that the answer may have.
    public var maximumResponseTokens: Int?
    /// Texts after which the model stops.
    public var stopSequences: [String]
    /// The seed for providers that try to give the same answer again.
    public var seed: Int?
    /// How much the model thinks before it answers, where it can.
    public var reasoningEffort: ReasoningEffort?
    /// Whether and which tool the model calls.
    public var toolChoice: ToolChoice?
    /// Fields that a provider knows and Ladder does not; the client adds them to the body of its request.
    public var extra: ExtraFields

    /// Creates options, each left to the provider unless given.
    public init(
        temperature: Double? = nil,
        topP: Double? = nil,
        maximumResponseTokens: Int? = nil,
        stopSequences: [String] = [],
        seed: Int? = nil,
        reasoningEffort: ReasoningEffort? = nil,
        toolChoice: ToolChoice? = nil,
        extra: ExtraFields = [:]
    ) {
        self.temperature = temperature
        self.topP = topP
        self.maximumResponseTokens = maximumResponseTokens
        self.stopSequences = stopSequences
        self.seed = seed
        self.reasoningEffort = reasoningEffort
        self.toolChoice = toolChoice
        self.extra = extra
    }
}
