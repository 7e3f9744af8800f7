/// What a number in a text counts.
package enum NumberUnit: Hashable, Sendable {
    /// Nothing was said.
    case none
    /// Percent.
    case percent
    /// Money; the ISO 4217 code.
    case currency(String)
    /// A measure under one name for all its spellings: `kg`, `km/h`, `gb`, `day`.
    case measure(String)
    /// A place in an order: `2nd`.
    case ordinal
    /// Minutes since midnight.
    case timeOfDay
    /// A day; year × 10,000 + month × 100 + day, with year 0 where none was given.
    case date
}
