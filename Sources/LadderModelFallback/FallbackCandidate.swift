public import LadderCore

/// A model to ask when another has failed, and how to ask it.
///
/// A name is enough; say more where the candidate differs from the model it stands in for:
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
    /// The logical model name.
    public var model: String
    /// Whether it runs on this machine, and so is asked first when the network is gone. No unless said.
    public var isLocal: Bool
    /// Whether its window is larger, so that it is asked when a conversation was too long. No unless said.
    public var hasLargerWindow: Bool
    /// Whether it may be asked what another model's safety filter refused. No unless said: mind what you answer for.
    public var acceptsFiltered: Bool
    /// What differs from the request's options: what is set here replaces it, `extra` field by field.
    public var options: ModelOptions?
    /// Instructions added after the request's own, for this candidate only.
    public var systemPromptAddition: String?

    /// A candidate asked like the model it stands in for, unless told otherwise.
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
    /// A candidate that differs in nothing but its name.
    public init(stringLiteral model: String) {
        self.init(model)
    }
}

extension FallbackCandidate {
    /// The request as this candidate is asked it.
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
    /// Takes over what `other` sets.
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
