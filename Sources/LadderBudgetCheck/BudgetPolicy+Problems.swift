import LadderCore

extension BudgetPolicy {
    /// What is wrong with the policy and its limits, one sentence for each mistake.
    public var problems: [String] {
        var checks = OptionChecks(of: "BudgetCheck")
        checks.require("assumedResponseTokens", value: assumedResponseTokens, in: 1...10_000_000)
        checks.require("holdExpiry", value: holdExpiry, in: .seconds(1) ... .seconds(86_400))
        checks.require("ledgerTimeLimit", value: ledgerTimeLimit, in: .milliseconds(1) ... .seconds(60))
        if downgradeModel == "" { checks.add("BudgetCheck.downgradeModel is empty; use nil for none") }
        if downgradeModel != nil, !limits.contains(where: { $0.amount.unit != .requests }) {
            checks.add("BudgetCheck.downgradeModel has no effect: there is no limit of tokens or money")
        }
        for (index, limit) in limits.enumerated() {
            for problem in limit.problems { checks.add(problem) }
            if limits[..<index].contains(where: { $0.name == limit.name }) {
                checks.add("BudgetCheck.limits has two limits named \"\(limit.name)\"")
            }
        }
        return checks.problems
    }
}

extension BudgetLimit {
    /// What is wrong with the limit, one sentence for each mistake.
    var problems: [String] {
        let place = name.isEmpty ? "BudgetCheck.limits" : "BudgetCheck.limits[\"\(name)\"]"
        var checks = OptionChecks(of: place)
        if name.isEmpty { checks.add("\(place) has a limit with an empty name") }
        if amount.ledgerAmount < 0 { checks.report("amount", value: "\(amount)", allowed: "0 or more") }
        checks.requireShare("softShare", value: softShare)
        if let problem = window.problem(of: "\(place).window") { checks.add(problem) }
        for (index, dimension) in dimensions.enumerated() where dimensions[..<index].contains(dimension) {
            checks.add("\(place) counts each \(dimension) twice")
        }
        for exception in exceptions {
            if exception.amount.unit != amount.unit {
                checks.add("\(place) counts \(amount.unit.rawValue), an exception allows \(exception.amount)")
            }
            if exception.amount.ledgerAmount < 0 {
                checks.report("allowing", value: "\(exception.amount)", allowed: "0 or more")
            }
            if exception.values.isEmpty { checks.add("\(place) has an exception for no value") }
            for dimension in exception.values.keys.map(\.description).sorted()
            where !dimensions.contains(where: { $0.description == dimension }) {
                checks.add("\(place) has an exception for a \(dimension), but does not count each \(dimension) apart")
            }
        }
        return checks.problems
    }
}
