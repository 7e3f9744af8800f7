import LadderJSON

/// An error of a call, classified by what can be done about it.
///
/// The ``kind`` decides what the layers do: whether Retry asks again, whether ModelFallback asks another model, whether
/// a breaker counts it, and whether a stale or written answer may be served instead. The whole table is one file,
/// `ErrorRules.swift`.
///
/// A hand-written client classifies its failures in one line:
///
/// ```swift
/// throw ChatError(status: 429, headers: ["retry-after": "2"], body: [])
/// ```
///
/// ``description`` never contains prompt or answer text. The provider's own sentence may echo a prompt, so it is kept
/// apart, in ``providerMessage``.
public struct ChatError: Error, Hashable, Sendable {
    /// The kind of failure, which decides what the layers do.
    public var kind: Kind
    /// A sentence about the failure without any text of prompt or answer, safe to log.
    public var message: String
    /// The HTTP status of the provider's answer, where there was one.
    public var status: Int?
    /// The provider's error code, such as `insufficient_quota`.
    public var providerCode: String?
    /// The provider's own sentence. It can echo the prompt, so log it only if you may log prompts.
    public var providerMessage: String?
    /// The provider's id of the failed request, which its support desk asks for.
    public var requestID: String?
    /// The wait that the provider asks for. Layers read it through ``requestedWait``.
    public var retryAfter: Duration?
    /// Whether the provider advises to ask again (`x-should-retry`); nil if it does not say. See ``rules``.
    public var providerAdvisesRetry: Bool?
    /// Whether the model asks to be asked once more, because it has learned what this provider refuses and writes the
    /// next request without it.
    ///
    /// A model sets it on an error of the kind `invalidRequest`, thrown before the first content. The model call then
    /// asks the same target once more, as an attempt of its own; what that attempt throws counts as usual.
    public var asksAgain = false
    /// The name of the layer that failed, or `model`.
    public var stage: String?
    /// The id of the target that was asked.
    public var target: String?
    /// The id of the call that failed, as in trace and log.
    public var callID: String?
    /// The tokens that the failed attempt used before it failed.
    public var usage: Usage?
    /// The text that was received before the answer was cut; nil if there was none.
    public var partialText: String?
    /// The level that ``partialText`` comes from; nil means the primary model.
    public var partialLevel: FallbackLevel?
    /// The name of the model that ``partialText`` comes from.
    package var partialModel: String?
    /// The kind of error that cut ``partialText``; nil means this error. A later attempt may have failed without any
    /// text.
    package var partialKind: Kind?
    /// Whether a model was being asked at that time. A deadline that passes then counts against the model.
    public var occurredDuringAttempt = false
    /// The attempts of the call before this error left the pipeline, oldest first.
    public var attempts: [Attempt] = []
    /// The error beneath this one: the original error it was made from, else an earlier failure of the same call.
    ///
    /// All failures before this one are in ``earlierFailures``.
    public var underlying: (any Error)? {
        get { (chainedCause as? FailureCause)?.original ?? chainedCause }
        set { cause = newValue.map(Cause.init) }
    }

    /// The error beneath this one as it is stored: a ``FailureCause`` where there are two.
    var chainedCause: (any Error)? { cause?.error }

    private var cause: Cause?

    /// Creates an error of this kind, with your own sentence or the kind's usual one.
    public init(
        _ kind: Kind,
        message: String? = nil,
        retryAfter: Duration? = nil,
        usage: Usage? = nil,
        underlying: (any Error)? = nil
    ) {
        self.kind = kind
        self.message = message ?? kind.sentence
        self.usage = usage
        cause = underlying.map(Cause.init)
        if case .throttled(let wait) = kind {
            self.retryAfter = retryAfter ?? wait
        } else {
            self.retryAfter = retryAfter
        }
    }

    /// Creates the error with which a layer refuses a call.
    package init(_ kind: Kind, stage: String, target: String) {
        self.init(kind)
        self.stage = stage
        self.target = target
    }

    /// The failure that came before a limit or a refusal of the call itself: ``underlying``, if that is a `ChatError`.
    public var lastRealError: ChatError? { underlying as? ChatError }

    /// Creates a `ChatError` from any error. One of another type becomes `server` with the original beneath it.
    public init(wrapping error: any Error) {
        if let error = error as? ChatError {
            self = error
        } else if error is JSONError || error is InvalidJSONDocument {
            self.init(.invalidOutput, message: "the answer is not the JSON it should be", underlying: error)
        } else {
            let type = "\(type(of: error))"
            self.init(.server, message: "the model failed with an error of its own (\(type))", underlying: error)
        }
    }

    /// Creates a `ChatError` as ``init(wrapping:)`` does; nil for a `CancellationError`, because the caller has left.
    public init?(unlessCancelled error: any Error) {
        if error is CancellationError { return nil }
        self.init(wrapping: error)
    }

    private struct Cause: Hashable, Sendable {
        let error: any Error
        // Errors are not equatable; two causes are equal when they are the same type of error.
        var type: ObjectIdentifier { ObjectIdentifier(Swift.type(of: error)) }
        static func == (left: Cause, right: Cause) -> Bool { left.type == right.type }
        func hash(into hasher: inout Hasher) { hasher.combine(type) }
    }
}

extension ChatError: CustomStringConvertible {
    /// The kind, the sentence and the facts, without any text of prompt, answer or provider.
    public var description: String {
        var facts: [String] = []
        if let status { facts.append("status \(status)") }
        if let providerCode { facts.append("code \(providerCode)") }
        if let requestID { facts.append("request \(requestID)") }
        if let target { facts.append("target \(target)") }
        if let stage { facts.append("stage \(stage)") }
        if let callID { facts.append("call \(callID)") }
        if let retryAfter { facts.append("retry after \(retryAfter.shortText)") }
        if let last = lastRealError { facts.append("after \(last.kind.name)") }
        return "\(kind.name): \(message)" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
    }

    /// The kind and the provider's facts in the short form of a trace: `overloaded (503, req_1)`, `timed out (silence)`.
    var brief: String {
        let facts = [status.map { "\($0)" }, providerCode, requestID].compactMap { $0 }
        return facts.isEmpty ? "\(kind)" : "\(kind) (\(facts.joined(separator: ", ")))"
    }
}
