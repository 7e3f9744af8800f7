import LadderCore

extension BudgetLimit {
    /// Whether the account of a call depends on the model that is asked.
    var dependsOnModel: Bool { dimensions.contains(.model) || only[.model] != nil }

    /// Returns the account of a call in the ledger, or nil where the limit does not apply to the call.
    ///
    /// - Parameters:
    ///   - scope: The scope of the call.
    ///   - model: The model to ask. Without one, a limit that depends on the model does not apply.
    ///   - amount: The amount that counts instead of the template's own, if it was changed.
    ///   - now: The time, which decides the window.
    func ledgerLimit(for scope: CallScope, model: String?, amount: BudgetAmount?, at now: WallTime) -> LedgerLimit? {
        for (dimension, wanted) in only where dimension.value(in: scope, model: model) != wanted { return nil }
        var account = accountPrefix
        for dimension in dimensions {
            guard let value = dimension.value(in: scope, model: model) else { return nil }
            account += "/\(dimension.description.escapedForAccount)=\(value.escapedForAccount)"
        }
        let exception = exceptions.last { exception in
            exception.values.allSatisfy { $0.key.value(in: scope, model: model) == $0.value }
        }
        return LedgerLimit(
            account: account, maximum: (exception?.amount ?? amount ?? self.amount).ledgerAmount,
            window: window.ledgerWindow(at: now))
    }

    /// Returns the account for values of all properties that the limit counts apart; nil where one is missing or too
    /// many are given.
    func account(for values: [BudgetDimension: String]) -> String? {
        guard Set(values.keys) == Set(dimensions) else { return nil }
        return dimensions.reduce(into: accountPrefix) { account, dimension in
            account += "/\(dimension.description.escapedForAccount)=\((values[dimension] ?? "").escapedForAccount)"
        }
    }

    private var accountPrefix: String { "\(name.escapedForAccount)/\(amount.unit.rawValue)" }
}

extension String {
    /// The text without the characters that separate the parts of an account's name.
    fileprivate var escapedForAccount: String {
        let separators: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "%")]
        guard utf8.contains(where: separators.contains) else { return self }
        return reduce(into: "") { text, character in
            switch character {
            case "/": text += "%2F"
            case "=": text += "%3D"
            case "%": text += "%25"
            default: text.append(character)
            }
        }
    }
}
