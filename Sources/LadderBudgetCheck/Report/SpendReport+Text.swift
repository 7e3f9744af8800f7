import LadderCore

extension SpendReport: CustomStringConvertible {
    /// The totals, the days and the largest rows as a table, with calls, tokens and money.
    public var description: String {
        let header = SpendLine(
            title: "", calls: "calls", attempts: "attempts", input: "input", output: "output", cost: "cost",
            perCall: "per call")
        var lines = [header, SpendLine(title: "in all", totals: total)]
        lines += days.suffix(7).map { SpendLine(title: $0.date, totals: $0.totals) }
        for dimension in [BudgetDimension.tenant, .user, .feature, .model] {
            let rows = rows(by: dimension)
            // A single row without a value says nothing that the totals do not say.
            if rows.count == 1, rows[0].value == "" { continue }
            lines += rows.prefix(5).map { SpendLine(title: "\(dimension) \($0.title)", totals: $0.totals) }
        }
        let width = lines.map(\.title.count).max() ?? 0
        var text = lines.map { $0.text(width: width) }.joined(separator: "\n")
        if total.unpricedAttempts > 0 {
            text += "\nnot in the cost: attempts of unknown price, \(total.unpricedAttempts.grouped)"
        }
        return text
    }
}

/// A line of the table of a report.
private struct SpendLine {
    let title: String
    let calls: String
    let attempts: String
    let input: String
    let output: String
    let cost: String
    let perCall: String

    init(
        title: String, calls: String, attempts: String, input: String, output: String, cost: String, perCall: String
    ) {
        (self.title, self.calls, self.attempts) = (title, calls, attempts)
        (self.input, self.output, self.cost, self.perCall) = (input, output, cost, perCall)
    }

    init(title: String, totals: SpendTotals) {
        self.init(
            title: title, calls: totals.calls.grouped, attempts: totals.attempts.grouped,
            input: totals.inputTokens.grouped, output: totals.outputTokens.grouped, cost: totals.cost.shortText,
            perCall: totals.costPerCall.shortText)
    }

    func text(width: Int) -> String {
        let numbers = [(calls, 9), (attempts, 9), (input, 14), (output, 14), (cost, 12), (perCall, 10)]
        return title.padded(to: width) + numbers.map { $0.padded(onLeftTo: $1) }.joined(separator: " ")
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    func padded(onLeftTo width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

extension Money {
    /// The amount for people: in cents where it is exact or ten dollars and more, else with four decimals.
    var shortText: String {
        let magnitude = picodollars.magnitude
        let cent: UInt64 = 10_000_000_000
        let decimals = magnitude % cent == 0 || magnitude >= 1_000 * cent ? 2 : 4
        let unit = decimals == 2 ? cent : cent / 100
        let units = magnitude / unit + (magnitude % unit >= unit / 2 ? 1 : 0)
        let perDollar: UInt64 = decimals == 2 ? 100 : 10_000
        let fraction = "\(units % perDollar)"
        let zeros = String(repeating: "0", count: decimals - fraction.count)
        return (picodollars < 0 ? "-$" : "$") + (units / perDollar).grouped + "." + zeros + fraction
    }
}
