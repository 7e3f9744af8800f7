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

    /// A longer wait is a mistake, or means for ever: neither is a number to tell.
    private static let longest = Duration.seconds(366 * 86_400)

    init(_ failure: ChatError, _ context: CallContext, language: String?) {
        self.init(failure, scope: context.scope, language: language)
        guard let moment = Self.moment(of: failure, context.runtime, mayLookBeneath: true) else { return }
        let wait = moment - context.runtime.wallNow
        guard wait > .zero, wait <= Self.longest else { return }
        (self.wait, self.moment) = (wait, moment)
    }

    /// The limits of the call itself name no time; the failure they ended may.
    private static func moment(of failure: ChatError, _ runtime: Runtime, mayLookBeneath: Bool) -> WallTime? {
        switch failure.kind {
        case .circuitOpen(let until): return runtime.wallTime(at: until)
        case .quotaExhausted(let until): return until  // a wait beside it belongs to the limit per minute
        case .budgetExhausted(let resets?): return resets
        case .attemptsExhausted, .deadlineExceeded:
            guard mayLookBeneath, let last = failure.lastRealError else { break }
            return moment(of: last, runtime, mayLookBeneath: false)
        default: break
        }
        return failure.retryAfter.map { runtime.wallNow + $0 }
    }
}
