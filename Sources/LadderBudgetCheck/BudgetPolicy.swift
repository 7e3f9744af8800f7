/// The limits of a ``BudgetCheck``, and what happens when one is reached.
///
/// ```swift
/// let policy = BudgetPolicy(
///     limits: [BudgetLimit(.money(.dollars(20)), each: .tenant, per: .day)], downgradeModel: "small")
/// ```
public struct BudgetPolicy: Hashable, Sendable {
    /// What happens to calls whose budget is used up.
    public enum Exhaustion: String, Hashable, Sendable, CaseIterable {
        /// The call may ask no model. Caches and written answers still answer.
        case freeOnly
        /// The call fails at once with `budgetExhausted`.
        case refuse
    }

    /// The limits, each of which every attempt must fit into.
    public var limits: [BudgetLimit]
    /// What happens to calls whose budget is used up.
    public var whenExhausted: Exhaustion
    /// The cheaper model that ModelFallback asks once a limit of tokens or money has reached its soft share.
    ///
    /// Nil leaves the choice of the model to the request. The pipeline needs a ModelFallback and a model of this name.
    public var downgradeModel: String?
    /// The length that is assumed for an answer, in tokens, where the request sets no maximum.
    public var assumedResponseTokens: Int
    /// The time after which an amount that is held for an attempt no longer counts. Choose a longer one than any attempt
    /// can take.
    public var holdExpiry: Duration
    /// The longest wait for a ledger on another machine, at the beginning of a call and before each attempt.
    ///
    /// After three waits in a row without an answer, the ledger counts as out of reach and is not asked for a
    /// second, then for longer, up to 32 s.
    public var ledgerTimeLimit: Duration

    /// Creates a policy; every option that is not given has its standard value.
    public init(
        limits: [BudgetLimit] = [],
        whenExhausted: Exhaustion = .freeOnly,
        downgradeModel: String? = nil,
        assumedResponseTokens: Int = 4_096,
        holdExpiry: Duration = .seconds(600),
        ledgerTimeLimit: Duration = .milliseconds(100)
    ) {
        self.limits = limits
        self.whenExhausted = whenExhausted
        self.downgradeModel = downgradeModel
        self.assumedResponseTokens = assumedResponseTokens
        self.holdExpiry = holdExpiry
        self.ledgerTimeLimit = ledgerTimeLimit
    }
}
