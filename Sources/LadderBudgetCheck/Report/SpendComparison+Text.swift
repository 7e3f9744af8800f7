import LadderCore

extension SpendComparison: CustomStringConvertible {
    /// The difference, the main cause, and the amount of each cause with the numbers it follows from.
    public var description: String {
        let (before, after) = (earlier.cost.shortText, later.cost.shortText)
        guard let mainCause else { return "The bill has not changed: \(after)." }
        let verb = difference > .zero ? "rose" : "fell"
        var lines = ["The bill \(verb) from \(before) to \(after). Main cause: \(words(for: mainCause))."]
        for cause in Cause.allCases {
            let sign = amount(of: cause) > .zero ? "+" : ""
            lines.append(
                "  " + words(for: cause).padded(to: 26) + (sign + amount(of: cause).shortText).padded(onLeftTo: 12)
                    + "  (\(numbers(of: cause)))")
        }
        let unpriced = earlier.unpricedAttempts.saturatingAdding(later.unpricedAttempts)
        if unpriced > 0 { lines.append("  not counted: attempts of unknown price, \(unpriced.grouped)") }
        return lines.joined(separator: "\n")
    }

    private func words(for cause: Cause) -> String {
        let isMore = amount(of: cause) >= .zero
        return switch cause {
        case .volume: isMore ? "more calls" : "fewer calls"
        case .inputPerCall: isMore ? "more input per call" : "less input per call"
        case .outputPerCall: isMore ? "more output per call" : "less output per call"
        case .modelMix: isMore ? "dearer models" : "cheaper models"
        }
    }

    private func numbers(of cause: Cause) -> String {
        func change(in unit: String, _ value: (SpendTotals) -> String) -> String {
            "\(value(earlier)) → \(value(later)) \(unit)"
        }
        return switch cause {
        case .volume: change(in: "calls") { $0.calls.grouped }
        case .inputPerCall: change(in: "tokens") { whole($0.inputTokensPerCall).grouped }
        case .outputPerCall: change(in: "tokens") { whole($0.outputTokensPerCall).grouped }
        case .modelMix:
            "input " + change(in: "and output ") { perMillion($0.inputCost, of: $0.inputTokens) }
                + change(in: "per million tokens") { perMillion($0.outputCost, of: $0.outputTokens) }
        }
    }

    private func whole(_ average: Double) -> Int { Int(exactly: average.rounded()) ?? .max }

    /// Returns the average price of a million tokens.
    private func perMillion(_ cost: Money, of tokens: Int) -> String {
        (tokens == 0 ? .zero : Money(dollars: cost.inDollars / Double(tokens) * 1e6) ?? .zero).shortText
    }
}
