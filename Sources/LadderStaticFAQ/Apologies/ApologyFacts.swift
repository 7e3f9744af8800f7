public import LadderCore

/// What an apology may go by.
public struct ApologyFacts: Sendable {
    /// What went wrong.
    public var failure: ChatError

    /// For whom the call was made.
    public var scope: CallScope

    /// The caller's language as a BCP 47 tag, if it is known.
    public var language: String?

    /// How long it takes until another try makes sense; `nil` when the failure does not say, or the time has passed.
    public var wait: Duration?

    /// When that is; `nil` together with `wait`.
    public var moment: WallTime?

    /// Facts, to try out a wording.
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

    init(_ failure: ChatError, _ context: CallContext, language: String?) {
        self.init(failure, scope: context.scope, language: language)
        guard let wait = failure.retryDelay(on: context.runtime) else { return }
        (self.wait, moment) = (wait, context.runtime.wallNow + wait)
    }
}
