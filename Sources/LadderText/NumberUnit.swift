/// The unit that a number in a text is given in.
package enum NumberUnit: Hashable, Sendable {
    /// The text names no unit.
    case none
    /// A share of a hundred.
    case percent
    /// An amount of money, with its ISO 4217 code.
    case currency(String)
    /// A measure under one name for all its spellings: `kg`, `kmh`, `gb`, `day`.
    case measure(String)
    /// A position in an order, such as `2nd`.
    case ordinal
    /// A time of day; the value is in minutes since midnight.
    case timeOfDay
    /// A day; the value is year × 10,000 + month × 100 + day, with year 0 where the text names none.
    case date
}
