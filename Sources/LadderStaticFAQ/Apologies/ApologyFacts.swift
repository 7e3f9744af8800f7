public import LadderCore

/// The facts that an apology may depend on.
public struct ApologyFacts: Sendable {
    /// The error that the call failed with.
    public var failure: ChatError

    /// The scope of the call: tenant, user, tags.
    public var scope: CallScope

    /// The caller's language as a BCP 47 tag, if it is known.
    public var language: String?

    /// How long it takes until another try makes sense; nil when the failure names no time, or one that has passed.
    public var wait: Duration?

    /// When `wait` ends; nil together with `wait`.
    public var moment: WallTime?

    /// Creates facts to try out a wording with.
    public init(
        _ failure: ChatError, scope: CallScope = CallScope(), language: String? = nil, wait: Duration? = nil,
        moment: WallTime? = nil
    ) {
        self.failure = failure
        self.scope = scope
        self.language = language
        self.wait = wait
        self.moment = moment
    }

    init(_ failure: ChatError, context: CallContext, language: String?) {
        self.init(failure, scope: context.scope, language: language)
        guard let wait = failure.retryDelay(on: context.runtime) else { return }
        (self.wait, moment) = (wait, context.runtime.wallNow + wait)
    }
}
