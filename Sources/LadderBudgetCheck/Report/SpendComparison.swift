public import LadderCore

/// The four causes that move a bill, each with its amount. The amounts add up to the difference.
///
/// A bill is calls × tokens per call × price per token. Each cause gets its average effect over all orders in which the
/// causes can be applied one after the other, so none is preferred.
public struct SpendComparison: Hashable, Sendable {
    /// A cause that moves a bill.
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        /// More or fewer calls.
        case volume
        /// More or fewer input tokens in each call: longer prompts, more attempts, or fewer cached answers.
        case inputPerCall
        /// More or fewer output tokens in each call: longer answers, more attempts, or fewer cached answers.
        case outputPerCall
        /// A higher or lower price of a token, on average: other models, other prices, or another share of input that
        /// the provider's cache serves.
        case modelMix
    }

    /// What was used in the earlier time.
    public let earlier: SpendTotals
    /// What was used in the later time.
    public let later: SpendTotals
    private let amounts: [Cause: Money]

    /// The later bill minus the earlier one.
    public var difference: Money { later.cost - earlier.cost }

    /// Returns the part of the difference that a cause explains.
    public func amount(of cause: Cause) -> Money { amounts[cause] ?? .zero }

    /// The cause that explains most of the difference; nil where the bill has not moved.
    public var mainCause: Cause? {
        if difference == .zero { return nil }
        let isRise = difference > .zero
        return Cause.allCases.max { left, right in
            isRise ? amount(of: left) < amount(of: right) : amount(of: left) > amount(of: right)
        }
    }

    init(from earlier: SpendTotals, to later: SpendTotals) {
        self.earlier = earlier
        self.later = later
        amounts = SpendCauses(from: earlier, to: later).amounts
    }
}
