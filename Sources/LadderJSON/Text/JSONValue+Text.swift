extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON with sorted keys, the same in every process.
    ///
    /// A number that JSON cannot hold (NaN, infinite) is written as `null`. Writing recurses, so the value must not be
    /// nested deeper than ``maximumDepth`` levels.
    public var text: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same as ``text``.
    public var description: String { text }

    /// Appends the value as UTF-8 JSON text, without making a string of it.
    package func write(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let bool): bytes.append(contentsOf: bool ? "true".utf8 : "false".utf8)
        case .integer(let integer): bytes.append(contentsOf: integer.description.utf8)
        case .number(let number): bytes.append(contentsOf: number.isFinite ? number.description.utf8 : "null".utf8)
        case .string(let string): JSONText.append(string, to: &bytes)
        case .array(let elements):
            JSONText.append(elements, to: &bytes) { $0.write(into: &$1) }
        case .object(let members):
            let sorted = members.sorted { $0.key < $1.key }
            JSONText.append(sorted, to: &bytes, key: \.key) { $0.value.write(into: &$1) }
        }
    }
}
