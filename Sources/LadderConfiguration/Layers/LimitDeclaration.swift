import LadderBudgetCheck
import LadderCore
import LadderJSON

/// A limit of a budget as a configuration declares it.
struct LimitDeclaration {
    struct Exception {
        var amount = BudgetAmount.requests(0)
        var values: [BudgetDimension: String] = [:]
    }

    var amount = BudgetAmount.requests(0)
    var each: [BudgetDimension] = []
    var per = WindowDeclaration.calendar("day", timeZone: "UTC")
    var only: [BudgetDimension: String] = [:]
    var name: String?
    var softShare = 0.8
    var whenUnreachable = BudgetLimit.UnreachableRule.refuse
    var allowing: [Exception] = []

    static var format: ObjectFormat<LimitDeclaration> {
        ObjectFormat(
            name: "BudgetCheck.limits", summary: "A limit on what calls may use within a window of time.",
            base: LimitDeclaration(),
            fields: [
                Field(
                    "amount", \.amount, BudgetFormats.amount, "The most that may be used within the window.",
                    isRequired: true),
                Field(
                    "each", \.each, BudgetFormats.dimension.list,
                    "The properties of a call whose values are counted apart; none to count all calls together."),
                Field("per", \.per, WindowDeclaration.format, "The span of time within which the limit counts."),
                Field("only", \.only, BudgetFormats.values, "The values to which the limit applies."),
                Field(
                    "name", \.name, .nullable(.name),
                    "The name of the limit in errors, traces and the ledger; null for one that says what it counts."),
                Field("softShare", \.softShare, .number, "The share of the amount from which on the limit warns."),
                Field(
                    "whenUnreachable", \.whenUnreachable, .choice,
                    "What happens to a call while the ledger cannot be reached."),
                Field(
                    "allowing", \.allowing, exception.value.list,
                    "Other amounts for certain values; the last that matches counts."),
            ])
    }

    private static var exception: ObjectFormat<Exception> {
        ObjectFormat(
            name: "BudgetCheck.limits.allowing", summary: "Another amount for certain values, such as one user.",
            base: Exception(),
            fields: [
                Field(
                    "amount", \.amount, BudgetFormats.amount, "The most that may be used within the window.",
                    isRequired: true),
                Field(
                    "for", \.values, BudgetFormats.values, "The values to which the amount applies.", isRequired: true),
            ])
    }

    /// The limit of the budget layer.
    var limit: BudgetLimit {
        let limit = BudgetLimit(
            amount, dimensions: each, per: per.window, only: only, name: name, softShare: softShare,
            whenUnreachable: whenUnreachable)
        return allowing.reduce(limit) { $0.allowing($1.amount, for: $1.values) }
    }
}
