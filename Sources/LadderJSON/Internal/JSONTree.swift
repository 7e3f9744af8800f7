/// A type that a JSON text can be parsed into.
///
/// ``JSONValue`` and ``JSONSchema`` differ only in what they keep of an object: its members, or also their order.
protocol JSONTree {
    /// The members of an object that is being read.
    associatedtype Members

    /// The members of `{}`.
    static var noMembers: Members { get }

    /// Adds a member that was read; of a repeated key the last value stays.
    static func set(_ key: String, to value: Self, in members: inout Members)

    /// Returns the value of a text without brackets and braces.
    static func scalar(_ value: JSONValue) -> Self

    static func array(_ elements: [Self]) -> Self
    static func object(_ members: Members) -> Self
}
