public import LadderCore

extension BudgetCheck {
    /// The limits and the options of the policy. A model to downgrade to needs a ModelFallback inside.
    public var layerDescription: LayerDescription {
        let policy = policy
        var options = policy.limits.map { LayerOption($0.name, value: $0.optionText) }
        options.append(LayerOption("whenExhausted", value: policy.whenExhausted.rawValue))
        if let model = policy.downgradeModel { options.append(LayerOption("downgradeModel", value: model)) }
        options += [
            LayerOption("assumedResponseTokens", value: policy.assumedResponseTokens.grouped),
            LayerOption("holdExpiry", value: policy.holdExpiry.shortText),
        ]
        if !core.access.ledger.answersAtOnce {
            options.append(LayerOption("ledgerTimeLimit", value: policy.ledgerTimeLimit.shortText))
        }
        options.append(LayerOption("ledger", value: "\(type(of: ledger))"))
        return LayerDescription(
            role: .budgetCheck, name: "BudgetCheck", options: options, asks: [policy.downgradeModel].compactMap(\.self),
            requires: policy.downgradeModel == nil ? [] : [.modelFallback])
    }
}

extension BudgetLimit {
    /// The amounts and the rules of the limit, for explanations. The values of exceptions are left out.
    fileprivate var optionText: String {
        let count = exceptions.count
        let exceptions = count == 0 ? "" : ", \(count) exception\(count == 1 ? "" : "s")"
        let unreachable = whenUnreachable == .allow ? ", allows while the ledger is out of reach" : ""
        return "\(amount) per \(window)\(exceptions), soft at \(softShareText)\(unreachable)"
    }
}
