import LadderJSON

extension ExtraFields: Codable {
    private enum CodingKeys: String, CodingKey {
        case shared, bound
    }

    /// Encodes the fields for every client as one string, and those bound to clients as one string for each client.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(JSONValue.object(shared), forKey: .shared, unless: [:])
        let named = bound.map { ($0.key.rawValue, JSONValue.object($0.value)) }
        try container.encode(Dictionary(named, uniquingKeysWith: { $1 }), forKey: .bound, unless: [:])
    }

    /// Decodes the fields; both groups may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(try Self.fields(container.decode(.shared, default: [:]), in: container, at: .shared))
        for (client, fields) in try container.decode(.bound, default: [String: JSONValue]()) {
            self[ModelClient(client)] = try Self.fields(fields, in: container, at: .bound)
        }
    }

    private static func fields(
        _ value: JSONValue, in container: KeyedDecodingContainer<CodingKeys>, at key: CodingKeys
    ) throws -> [String: JSONValue] {
        if let fields = value.object { return fields }
        throw DecodingError.dataCorruptedError(
            forKey: key, in: container, debugDescription: "expected a string that holds a JSON object")
    }
}
