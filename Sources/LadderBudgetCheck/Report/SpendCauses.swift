import LadderCore

/// Divides the difference of two bills among its causes: each cause gets its average effect over all orders of them.
struct SpendCauses {
    typealias Cause = SpendComparison.Cause

    /// One side of the comparison, as the factors of its bill.
    private struct Factors {
        var calls: Double
        var inputPerCall: Double?
        var outputPerCall: Double?
        var inputPrice: Double?
        var outputPrice: Double?

        init(_ totals: SpendTotals) {
            func ratio(_ value: Double, to count: Int) -> Double? { count > 0 ? value / Double(count) : nil }
            calls = Double(totals.calls)
            inputPerCall = ratio(Double(totals.inputTokens), to: totals.calls)
            outputPerCall = ratio(Double(totals.outputTokens), to: totals.calls)
            inputPrice = ratio(Double(totals.inputCost.picodollars), to: totals.inputTokens)
            outputPrice = ratio(Double(totals.outputCost.picodollars), to: totals.outputTokens)
        }

        /// Uses the averages of the other side where this one has none: without calls there is no length of a prompt.
        mutating func complete(from other: Factors) {
            inputPerCall = inputPerCall ?? other.inputPerCall
            outputPerCall = outputPerCall ?? other.outputPerCall
            inputPrice = inputPrice ?? other.inputPrice
            outputPrice = outputPrice ?? other.outputPrice
        }
    }

    let amounts: [Cause: Money]

    init(from earlier: SpendTotals, to later: SpendTotals) {
        var (first, second) = (Factors(earlier), Factors(later))
        first.complete(from: second)
        second.complete(from: first)
        var effects: [Cause: Double] = [:]
        let orders = Self.orders(of: Cause.allCases)
        for order in orders {
            var changed: Set<Cause> = []
            var before = Self.bill(from: first, to: second, changed: changed)
            for cause in order {
                changed.insert(cause)
                let after = Self.bill(from: first, to: second, changed: changed)
                effects[cause, default: 0] += (after - before) / Double(orders.count)
                before = after
            }
        }
        var amounts: [Cause: Money] = [:]
        for (cause, effect) in effects { amounts[cause] = Money(dollars: effect / 1e12) }
        // What rounding leaves goes to the largest effect, so that the amounts add up.
        let rest = Cause.allCases.reduce(later.cost - earlier.cost) { $0 - (amounts[$1] ?? .zero) }
        let largest = Cause.allCases.max { abs(effects[$0] ?? 0) < abs(effects[$1] ?? 0) }
        if let largest { amounts[largest] = (amounts[largest] ?? .zero) + rest }
        self.amounts = amounts
    }

    /// Returns the bill in pico-dollars when these causes have changed and the others have not.
    private static func bill(from first: Factors, to second: Factors, changed: Set<Cause>) -> Double {
        func side(_ cause: Cause) -> Factors { changed.contains(cause) ? second : first }
        let price = side(.modelMix)
        let input = (side(.inputPerCall).inputPerCall ?? 0) * (price.inputPrice ?? 0)
        let output = (side(.outputPerCall).outputPerCall ?? 0) * (price.outputPrice ?? 0)
        return side(.volume).calls * (input + output)
    }

    private static func orders(of causes: [Cause]) -> [[Cause]] {
        if causes.isEmpty { return [[]] }
        return causes.flatMap { first in orders(of: causes.filter { $0 != first }).map { [first] + $0 } }
    }
}
