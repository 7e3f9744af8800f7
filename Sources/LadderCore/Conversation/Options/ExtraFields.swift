public import LadderJSON

/// Fields of a request that a provider knows and Ladder does not: for every client, or bound to one kind of client.
///
/// A field that is set by its key alone goes to every client. Fields of one client stay out of the requests of others, so
/// a fallback to another provider does not send it a field that it refuses:
///
/// ```swift
/// var options = ModelOptions(extra: ["user": "u-17"])
/// options.extra["service_tier"] = "flex"
/// options.extra[.anthropic] = ["thinking": ["type": "enabled", "budget_tokens": 2_048]]
/// ```
public struct ExtraFields: Hashable, Sendable {
    /// The fields that go to every client.
    public private(set) var shared: [String: JSONValue]
    /// The fields that go to one kind of client only. A client without fields has no entry.
    public private(set) var bound: [ModelClient: [String: JSONValue]]

    /// Creates fields that go to every client.
    public init(_ shared: [String: JSONValue] = [:]) {
        self.shared = shared
        bound = [:]
    }

    /// The field of this name that goes to every client. Assign nil to remove it.
    public subscript(key: String) -> JSONValue? {
        get { shared[key] }
        set { shared[key] = newValue }
    }

    /// The fields that go to this kind of client only.
    public subscript(client: ModelClient) -> [String: JSONValue] {
        get { bound[client] ?? [:] }
        set { bound[client] = newValue.isEmpty ? nil : newValue }
    }

    /// Whether there is no field for any client.
    public var isEmpty: Bool { shared.isEmpty && bound.isEmpty }

    /// Returns the fields that a client of this kind sends. Where both have a field, the one bound to the client wins.
    public func fields(for client: ModelClient) -> [String: JSONValue] {
        shared.merging(self[client]) { _, own in own }
    }

    /// Adds the fields of `other`, which win over fields of the same name.
    public mutating func merge(_ other: ExtraFields) {
        shared.merge(other.shared) { _, new in new }
        for (client, fields) in other.bound { bound[client, default: [:]].merge(fields) { _, new in new } }
    }
}

extension ExtraFields: ExpressibleByDictionaryLiteral {
    /// Creates fields that go to every client; of a repeated key the last value stays.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
