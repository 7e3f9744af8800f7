import LadderJSON

/// Why a call failed, sorted by what can be done about it.
///
/// The ``kind`` decides everything: whether Retry asks again, whether ModelFallback asks another model, whether a breaker
/// counts it, whether a stale or written answer may be served instead. The whole table is one file, `ErrorRules.swift`.
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
    /// What went wrong.
    public var kind: Kind
    /// A sentence of Ladder's own about it, safe to log.
    public var message: String
    /// The HTTP status, where there was one.
    public var status: Int?
    /// The provider's error code, such as `insufficient_quota`.
    public var providerCode: String?
    /// The provider's sentence. It can echo the prompt: do not log it unless you may log prompts.
    public var providerMessage: String?
    /// The provider's id of the request.
    public var requestID: String?
    /// How long the provider asks to wait. See ``requestedWait`` for the one rule by which layers read it.
    public var retryAfter: Duration?
    /// Whether the provider advises to ask again (`x-should-retry`); nil where it says nothing. See ``rules``.
    public var providerAdvisesRetry: Bool?
    /// The layer that failed, or `model`.
    public var stage: String?
    /// The id of the target that was asked.
    public var target: String?
    /// The id of the call.
    public var callID: String?
    /// The tokens the failed attempt used all the same.
    public var usage: Usage?
    /// The text of the answer before it was cut.
    public var partialText: String?
    /// The level ``partialText`` comes from, where it is not the primary model.
    public var partialLevel: FallbackLevel?
    /// The model ``partialText`` comes from.
    package var partialModel: String?
    /// What cut ``partialText``, where that is not this error itself: a later attempt may have failed without any text.
    package var partialKind: Kind?
    /// Whether a model was being asked when it happened: a deadline met then counts against the model.
    public var occurredDuringAttempt = false
    /// The attempts of the call so far.
    public var attempts: [Attempt] = []
    /// The error this one was made of.
    public var underlying: (any Error)? {
        get { cause?.error }
        set { cause = newValue.map(Cause.init) }
    }

    private var cause: Cause?

    /// Creates an error of this kind, with a sentence of your own or the kind's usual one.
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

    /// Creates the refusal of a layer.
    package init(_ kind: Kind, stage: String, target: String) {
        self.init(kind)
        self.stage = stage
        self.target = target
    }

    /// The last error with a cause of its own: `underlying`, where that is a `ChatError`.
    public var lastRealError: ChatError? { underlying as? ChatError }

    /// Creates a `ChatError` of any error: one that is not a `ChatError` becomes `server` with the original beneath it.
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

    /// Creates a `ChatError` as ``init(wrapping:)`` does, or nil of a `CancellationError`: the caller has left, and there is
    /// nothing to cure.
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
    /// The kind, the sentence and the facts; never prompt, answer or the provider's sentence.
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

    /// The kind and the provider's facts, as short as a trace needs them: `overloaded (503, req_1)`, `timed out (silence)`.
    var brief: String {
        let facts = [status.map { "\($0)" }, providerCode, requestID].compactMap { $0 }
        return facts.isEmpty ? "\(kind)" : "\(kind) (\(facts.joined(separator: ", ")))"
    }
}
