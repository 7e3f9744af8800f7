import LadderBudgetCheck
import LadderCore
import LadderJSON

/// How amounts and dimensions of budgets are written.
enum BudgetFormats {
    static var amount: ValueFormat<BudgetAmount> {
        let allowed = "{\"tokens\": COUNT}, {\"money\": DOLLARS} or {\"requests\": COUNT}"
        let count: JSONValue = ["type": "integer", "minimum": 0]
        return ValueFormat(
            allowed: allowed,
            schema: [
                "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
                "properties": ["tokens": count, "requests": count, "money": ValueFormat<Money>.money.schema],
            ],
            read: { reader in
                guard let members = reader.value?.object, members.count == 1 else { return reader.fail(allowed) }
                reader.rejectUnknownKeys(["tokens", "money", "requests"])
                if members["money"] != nil { return reader["money"].requiredMoney().map { .money($0) } }
                if members["tokens"] != nil { return reader["tokens"].requiredInt(in: 0...).map { .tokens($0) } }
                if members["requests"] != nil { return reader["requests"].requiredInt(in: 0...).map { .requests($0) } }
                return nil
            },
            write: { amount in
                switch amount {
                case .tokens(let count): ["tokens": .integer(count)]
                case .requests(let count): ["requests": .integer(count)]
                case .money(let money): ["money": ValueFormat<Money>.money.write(money)]
                }
            })
    }

    private static let dimensionAllowed =
        "one of \"tenant\", \"user\", \"feature\", \"model\", or \"tag:NAME\""
    private static let dimensionSchema: JSONValue = [
        "type": "string", "pattern": "^(tenant|user|feature|model|tag:.+)$",
    ]

    static var dimension: ValueFormat<BudgetDimension> {
        ValueFormat(
            dimensionAllowed, schema: dimensionSchema, read: { $0.string.flatMap(dimension) },
            write: { .string(text(of: $0)) })
    }

    /// Values by dimension.
    static var values: ValueFormat<[BudgetDimension: String]> {
        ValueFormat<String>.text.byKey(
            "an object whose keys are each \(dimensionAllowed)", keySchema: dimensionSchema,
            keyAllowed: dimensionAllowed, key: dimension, name: text)
    }

    private static func dimension(_ text: String) -> BudgetDimension? {
        switch text {
        case "tenant": .tenant
        case "user": .user
        case "feature": .feature
        case "model": .model
        default: TagName.name(in: text).map { .tag($0) }
        }
    }

    private static func text(of dimension: BudgetDimension) -> String {
        if case .tag(let name) = dimension { return TagName.text(name) }
        return dimension.description
    }
}
