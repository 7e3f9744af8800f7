import Ladder

/// Spend over time: the cost of all calls so far, the part that failed attempts have caused, and the budget.
extension ReportPage {
    private static let height = 180.0

    var spendSection: String {
        let total = report.total.cost
        let isBudgetShown = budgetLine.map { $0 <= total.multiplied(by: 4) } ?? false
        let highest = max(total.inDollars, isBudgetShown ? budgetLine?.inDollars ?? 0 : 0)
        let top = highest > 0 ? NiceScale.top(for: highest * 1.02) : 1
        let budget = isBudgetShown ? budgetLine.map { line($0, top: top) } ?? "" : ""
        let plot = Plot(
            title: "Spend over time",
            summary:
                "\(PageText.money(total)) in all, of it \(PageText.money(report.total.waste)) for failed attempts.",
            axis: axis, boundaries: boundaries, height: Self.height,
            labels: [0, 0.5, 1].map { ($0, label($0 * top)) },
            shapes: area(of: \.cost, named: "cost", top: top) + area(of: \.waste, named: "waste", top: top) + budget)
        return """
            <section class="panel" id="spend"><h2>Spend</h2>
            <ul class="legend">\
            <li><i class="swatch cost"></i>all attempts so far: \(PageText.money(total))</li>
            <li><i class="swatch waste striped"></i>\
            of it for failed attempts: \(PageText.money(report.total.waste))</li>
            \(budgetNote(isShown: isBudgetShown))</ul>
            \(plot.html)</section>

            """
    }

    /// The budget, where it can be a line: a rehearsal of more than a day has a budget for each day.
    private var budgetLine: Money? { report.scenario.duration > .seconds(86_400) ? nil : report.budget }

    private func budgetNote(isShown: Bool) -> String {
        guard let budget = report.budget else { return "" }
        return "<li><i class=\"stroke budget\"></i>budget of a day: \(PageText.money(budget))"
            + (isShown ? "" : ", not drawn") + "</li>"
    }

    private func line(_ amount: Money, top: Double) -> String {
        "<path class=\"line budget\" d=\"M0 \(TimeAxis.number((1 - amount.inDollars / top) * Self.height))H1000\"/>"
    }

    /// Returns the area under a sum that grows with the time.
    private func area(of amount: KeyPath<CallTally, Money>, named name: String, top: Double) -> String {
        var sum = Money.zero
        var path = "M0 \(TimeAxis.number(Self.height))"
        for slot in slots {
            sum += slot.tally[keyPath: amount]
            path += "L\(axis.x(slot.end)) \(TimeAxis.number((1 - sum.inDollars / top) * Self.height))"
        }
        return "<path class=\"\(name)\" d=\"\(path)V\(TimeAxis.number(Self.height))z\"/>"
    }

    private func label(_ dollars: Double) -> String {
        let decimals = dollars == 0 || dollars >= 10 ? 0 : dollars >= 0.1 ? 2 : 4
        return "$" + dollars.text(digits: decimals)
    }
}
