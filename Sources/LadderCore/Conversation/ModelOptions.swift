public import LadderJSON

/// How an answer is to be generated. What is nil is left to the provider.
public struct ModelOptions: Hashable, Sendable {
    /// Which tool the model must, may or must not call.
    public enum ToolChoice: Hashable, Sendable {
        /// The model decides.
        case automatic
        /// No tool.
        case none
        /// Some tool.
        case required
        /// This tool.
        case tool(String)
    }

    /// Randomness, from 0 up.
    public var temperature: Double?
    /// Nucleus sampling, from 0 to 1.
    public var topP: Double?
    /// The most tokens the answer may have.
    public var maximumResponseTokens: Int?
    /// Texts that end the answer.
    public var stopSequences: [String]
    /// A seed, for providers that try to repeat themselves.
    public var seed: Int?
    /// Which tool to call.
    public var toolChoice: ToolChoice?
    /// Fields a provider knows and Ladder does not, passed through as they are.
    public var extra: [String: JSONValue]

    /// Options, each left to the provider unless given.
    public init(
        temperature: Double? = nil,
        topP: Double? = nil,
        maximumResponseTokens: Int? = nil,
        stopSequences: [String] = [],
        seed: Int? = nil,
        toolChoice: ToolChoice? = nil,
        extra: [String: JSONValue] = [:]
    ) {
        self.temperature = temperature
        self.topP = topP
        self.maximumResponseTokens = maximumResponseTokens
        self.stopSequences = stopSequences
        self.seed = seed
        self.toolChoice = toolChoice
        self.extra = extra
    }
}
