package import LadderJSON

extension JSONReader {
    /// The amount of money here; reports when it is missing, no amount or less than nothing.
    ///
    /// Amounts are text such as `"0.25"` or `"$0.25"`, or numbers.
    package func requiredMoney() -> Money? {
        value == nil ? fail(Self.amount) : optionalMoney()
    }

    /// The amount of money here, nil when it is missing.
    package func optionalMoney() -> Money? {
        read(Self.amount) { value in
            guard let money = Money(value.string ?? value.decimalText ?? ""), money >= .zero else { return nil }
            return money
        }
    }

    private static let amount = "an amount in dollars such as \"0.25\""
}

extension JSONValue {
    /// A number as it was most likely written.
    var decimalText: String? {
        switch self {
        case .integer, .number: text
        default: nil
        }
    }
}
