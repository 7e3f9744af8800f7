public import LadderCore

/// A model to ask after another model has failed, and the changes to the request for it.
///
/// A string literal is enough where the candidate is asked like the first model:
///
/// ```swift
/// let small: FallbackCandidate = "gpt-4o-mini"
/// let local = FallbackCandidate(
///     "on-device",
///     isLocal: true,
///     options: ModelOptions(maximumResponseTokens: 300),
///     systemPromptAddition: "Answer in three sentences at most."
/// )
/// ```
public struct FallbackCandidate: Hashable, Sendable {
    /// The logical name of the model.
    public var model: String
    /// Whether the model runs on this machine. After a network failure the local candidates are asked first.
    ///
    /// Defaults to `false`. Enable it for a model that answers without a network.
    public var isLocal: Bool
    /// Whether the model is asked after a conversation was too long for another model.
    ///
    /// Defaults to `false`. Enable it only if the model's context window is larger than that of the models before it. A
    /// model whose window is larger by the pipeline's price book needs no mark.
    public var hasLargerWindow: Bool
    /// Whether the model is asked after the safety filter of another model refused the request.
    ///
    /// Defaults to `false`. Enable it only if you may send such prompts to this model.
    public var acceptsFiltered: Bool
    /// The options that replace those of the request; a nil option keeps the request's value.
    ///
    /// `extra` is merged key by key; the candidate's value replaces the request's.
    public var options: ModelOptions?
    /// A system message for this candidate only, after the system messages of the request.
    public var systemPromptAddition: String?

    /// Creates a candidate that is asked like the first model, except for what is given here.
    public init(
        _ model: String,
        isLocal: Bool = false,
        hasLargerWindow: Bool = false,
        acceptsFiltered: Bool = false,
        options: ModelOptions? = nil,
        systemPromptAddition: String? = nil
    ) {
        self.model = model
        self.isLocal = isLocal
        self.hasLargerWindow = hasLargerWindow
        self.acceptsFiltered = acceptsFiltered
        self.options = options
        self.systemPromptAddition = systemPromptAddition
    }
}

extension FallbackCandidate: ExpressibleByStringLiteral {
    /// Creates a candidate from the name of a model.
    public init(stringLiteral model: String) {
        self.init(model)
    }
}

extension FallbackCandidate {
    /// Returns the request as this candidate is asked it.
    func request(from original: ChatRequest) -> ChatRequest {
        var request = original
        request.model = model
        if let options { request.options.overlay(options) }
        if let addition = systemPromptAddition, !addition.isEmpty {
            let end = request.messages.firstIndex { $0.role != .system } ?? request.messages.endIndex
            request.messages.insert(.system(addition), at: end)
        }
        return request
    }
}

extension ModelOptions {
    /// Replaces the options that `other` sets.
    fileprivate mutating func overlay(_ other: ModelOptions) {
        temperature = other.temperature ?? temperature
        topP = other.topP ?? topP
        maximumResponseTokens = other.maximumResponseTokens ?? maximumResponseTokens
        if !other.stopSequences.isEmpty { stopSequences = other.stopSequences }
        seed = other.seed ?? seed
        toolChoice = other.toolChoice ?? toolChoice
        reasoningEffort = other.reasoningEffort ?? reasoningEffort
        extra.merge(other.extra)
    }
}
