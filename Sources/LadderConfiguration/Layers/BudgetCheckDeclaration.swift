import LadderBudgetCheck
import LadderCore
import LadderJSON

struct BudgetCheckDeclaration: LayerDeclaration {
    static let kind = "BudgetCheck"

    var limits: [LimitDeclaration] = []
    var policy = BudgetPolicy()
    var ledger: LedgerChoice?

    static var format: ObjectFormat<BudgetCheckDeclaration> {
        ObjectFormat(
            name: kind, summary: "Keeps calls within budgets of tokens, money and requests.",
            base: BudgetCheckDeclaration(),
            fields: [
                Field(
                    "limits", \.limits, LimitDeclaration.format.value.list,
                    "The limits, each of which every attempt must fit into."),
                Field(
                    "whenExhausted", \.policy.whenExhausted, .choice, "What happens to calls whose budget is used up."),
                Field(
                    "downgradeModel", \.policy.downgradeModel, .nullable(.name),
                    "The cheaper model that ModelFallback asks once a limit has reached its soft share; "
                        + "null for none."),
                Field(
                    "assumedResponseTokens", \.policy.assumedResponseTokens, .integer,
                    "The length that is assumed for an answer, in tokens, where the request sets no maximum."),
                Field(
                    "holdExpiry", \.policy.holdExpiry, .duration,
                    "The time after which an amount that is held for an attempt no longer counts."),
                Field(
                    "ledgerTimeLimit", \.policy.ledgerTimeLimit, .duration,
                    "The longest wait for a ledger on another machine."),
                Field(
                    "ledger", \.ledger, LedgerChoice.format.nullable,
                    "The ledger that keeps the accounts; null for one in memory."),
            ])
    }

    func makeLayer(at place: JSONReader, in loader: PipelineLoader, name: String) -> (any Middleware)? {
        var policy = policy
        policy.limits = limits.map(\.limit)
        guard let ledger else { return BudgetCheck(policy) }
        guard let ledger = ledger.ledger(at: place["ledger"], in: loader) else { return nil }
        return BudgetCheck(policy, ledger: ledger)
    }
}
