extension Money: LosslessStringConvertible {
    /// Reads an amount such as `2.50`, `$0.004` or `-$3`, exactly.
    ///
    /// The result is nil for any other text, for more than twelve decimals, and for an amount out of range.
    public init?(_ text: String) {
        var rest = text[...]
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        if rest.first == "$" { rest.removeFirst() }
        guard let amount = FixedPoint.parse(rest, decimals: 12) else { return nil }
        picodollars = isNegative ? -amount : amount
    }

    /// The exact amount in dollars with at least two decimals, such as `$0.004` or `-$3.00`.
    public var description: String {
        (picodollars < 0 ? "-$" : "$") + FixedPoint.text(picodollars.magnitude, decimals: 12)
    }
}
