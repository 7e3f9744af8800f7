import LadderJSON

/// Why a call failed, sorted by what can be done about it.
///
/// The ``kind`` decides everything: whether Retry asks again, whether ModelFallback asks another model, whether a breaker
/// counts it, whether a stale or written answer may stand in. The whole table is one file, `ErrorRules.swift`.
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
    /// Our own sentence about it, safe to log.
    public var message: String {
        get { ownMessage ?? kind.sentence }
        set { ownMessage = newValue == kind.sentence ? nil : newValue }
    }
    /// The HTTP status, where there was one.
    public var status: Int? {
        get { report?.value.status }
        set { change { $0.status = newValue } }
    }
    /// The provider's error code, such as `insufficient_quota`.
    public var providerCode: String? {
        get { report?.value.code }
        set { change { $0.code = newValue } }
    }
    /// The provider's sentence. It can echo the prompt: do not log it unasked.
    public var providerMessage: String? {
        get { report?.value.message }
        set { change { $0.message = newValue } }
    }
    /// The provider's id of the request.
    public var requestID: String? {
        get { report?.value.requestID }
        set { change { $0.requestID = newValue } }
    }
    /// How long the provider asks to wait.
    public var retryAfter: Duration? {
        get { report?.value.retryAfter }
        set { change { $0.retryAfter = newValue } }
    }
    /// What the provider says about asking again, where it says anything (`x-should-retry`). See ``rules``.
    public var providerAdvisesRetry: Bool? {
        get { report?.value.advisesRetry }
        set { change { $0.advisesRetry = newValue } }
    }
    /// Which layer, or `model`, failed.
    public var stage: String?
    /// Which target was asked.
    public var target: String?
    /// Tokens the failed attempt used all the same.
    public var usage: Usage? {
        get { report?.value.usage }
        set { change { $0.usage = newValue } }
    }
    /// What had been said before it failed.
    public var partialText: String? {
        get { report?.value.partialText }
        set { change { $0.partialText = newValue } }
    }
    /// The level ``partialText`` comes from, where it is not the primary model.
    public var partialLevel: FallbackLevel? {
        get { report?.value.partialLevel }
        set { change { $0.partialLevel = newValue } }
    }
    /// The model ``partialText`` comes from.
    package var partialModel: String? {
        get { report?.value.partialModel }
        set { change { $0.partialModel = newValue } }
    }
    /// What cut ``partialText``, where that is not this error itself: a later attempt may have failed without a word.
    package var partialKind: Kind? {
        get { report?.value.partialKind }
        set { change { $0.partialKind = newValue } }
    }
    /// Whether a model was being asked when it happened: a deadline met then counts against the model.
    public var occurredDuringAttempt = false
    /// The attempts of the call so far.
    public var attempts: [Attempt] = []
    /// What lies beneath: the error this one was made of.
    public var underlying: (any Error)? {
        get { cause?.error }
        set { cause = newValue.map(Cause.init) }
    }

    private var ownMessage: String?
    private var cause: Cause?
    private var report: Box<FailureReport>?

    /// An error of this kind, with a sentence of your own or the kind's usual one.
    public init(
        _ kind: Kind,
        message: String? = nil,
        retryAfter: Duration? = nil,
        usage: Usage? = nil,
        underlying: (any Error)? = nil
    ) {
        self.kind = kind
        if let message { self.message = message }
        cause = underlying.map(Cause.init)
        var wait = retryAfter
        if wait == nil, case .throttled(let asked) = kind { wait = asked }
        if wait != nil { self.retryAfter = wait }
        if usage != nil { self.usage = usage }
    }

    /// A refusal by a layer: it asks nobody, and is thrown as it is made.
    package init(_ kind: Kind, stage: String, target: String) {
        self.kind = kind
        self.stage = stage
        self.target = target
    }

    private mutating func change(_ change: (inout FailureReport) -> Void) {
        var changed = report?.value ?? FailureReport()
        change(&changed)
        report = changed.boxed
    }

    /// The last error with a cause of its own: `underlying`, where that is a `ChatError`.
    public var lastRealError: ChatError? { underlying as? ChatError }

    /// An error somebody threw, as a `ChatError`: what is not one already becomes `server` with the original beside it.
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

    /// The same, but nil for a `CancellationError`: the caller has left, and there is nothing to cure.
    public init?(unlessCancelled error: any Error) {
        if let error = error as? ChatError {
            self = error
        } else if error is CancellationError {
            return nil
        } else {
            self.init(wrapping: error)
        }
    }

    private struct Cause: Hashable, Sendable {
        let error: any Error
        // Errors are not equatable; two causes are equal when they are the same type of error.
        var type: ObjectIdentifier { ObjectIdentifier(Swift.type(of: error)) }
        static func == (left: Cause, right: Cause) -> Bool { left.type == right.type }
        func hash(into hasher: inout Hasher) { hasher.combine(type) }
    }
}

extension ChatError {
    /// Kind and the provider's facts, as short as a trace wants it: `overloaded (503, req_1)`, `timedOut(silence)`.
    var brief: String {
        let kind = if case .timedOut(let phase) = kind { "timedOut(\(phase.rawValue))" } else { kind.name }
        let facts = [status.map { "\($0)" }, providerCode, requestID].compactMap { $0 }
        return facts.isEmpty ? kind : "\(kind) (\(facts.joined(separator: ", ")))"
    }
}

extension ChatError: CustomStringConvertible {
    /// Kind, sentence and facts; never prompt, answer or the provider's sentence.
    public var description: String {
        var facts: [String] = []
        if let status { facts.append("status \(status)") }
        if let providerCode { facts.append("code \(providerCode)") }
        if let requestID { facts.append("request \(requestID)") }
        if let target { facts.append("target \(target)") }
        if let stage { facts.append("stage \(stage)") }
        if let retryAfter { facts.append("retry after \(retryAfter.shortText)") }
        if let last = lastRealError { facts.append("after \(last.kind.name)") }
        return "\(kind.name): \(message)" + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
    }
}
