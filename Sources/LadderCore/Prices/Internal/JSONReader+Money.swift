package import LadderJSON

extension JSONReader {
    /// Returns the amount of money at this place, and reports one that is missing, malformed or negative.
    ///
    /// Amounts are text such as `"0.25"` or `"$0.25"`, or numbers.
    package func requiredMoney() -> Money? {
        value == nil ? fail(Self.amount) : optionalMoney()
    }

    /// Returns the amount of money at this place or nil when it is missing, and reports a malformed or negative one.
    package func optionalMoney() -> Money? {
        read(Self.amount) { value in
            guard let money = Money(value.string ?? value.decimalText ?? ""), money >= .zero else { return nil }
            return money
        }
    }

    private static let amount = "an amount in dollars such as \"0.25\""
}

extension JSONValue {
    /// The shortest decimal text of a number, which is most likely how it was written; nil for other values.
    var decimalText: String? {
        switch self {
        case .integer, .number: text
        default: nil
        }
    }
}
