import LadderHTTP
import LadderJSON

/// Where a secret is. A configuration never holds the secret itself.
enum KeyReference: Hashable {
    case environment(String)
    case file(String)

    /// The path of the file, if the key is in one.
    var file: String? {
        if case .file(let path) = self { path } else { nil }
    }

    static let allowed = "{\"env\": NAME} or {\"file\": PATH}"

    static var format: ValueFormat<KeyReference> {
        ValueFormat(
            allowed: allowed,
            schema: [
                "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
                "properties": [
                    "env": ["type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"],
                    "file": ["type": "string", "minLength": 1],
                ],
            ],
            read: read, write: write)
    }

    /// Reads a reference. No value is quoted, because it may be a key that was written here by mistake.
    private static func read(_ reader: JSONReader) -> KeyReference? {
        guard let members = reader.value?.object else {
            reader.report(
                reader.value?.string == nil
                    ? "is no reference to a key; expected \(allowed)"
                    : "is a literal key, which does not belong into a configuration; expected \(allowed)")
            return nil
        }
        reader.rejectUnknownKeys(["env", "file"])
        switch (members["env"]?.string, members["file"]?.string) {
        case (let name?, nil) where isVariable(name) && members.count == 1: return .environment(name)
        case (nil, let path?) where !path.isEmpty && members.count == 1: return .file(path)
        default:
            reader.report("is no reference to a key; expected \(allowed)")
            return nil
        }
    }

    private static func write(_ reference: KeyReference) -> JSONValue {
        switch reference {
        case .environment(let name): ["env": .string(name)]
        case .file(let path): ["file": .string(path)]
        }
    }

    private static func isVariable(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
