extension JSONReader {
    /// The step to a key: `.input`, or `["gpt-4.1"]` where the key is not a plain word.
    static func step(_ key: String) -> String {
        func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
        let isWord = key.utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        return isWord && key.utf8.allSatisfy(isPlain) ? ".\(key)" : "[\(JSONValue.string(key).text)]"
    }

    static func quote(_ value: JSONValue?) -> String {
        switch value {
        case nil, .null: "missing"
        case .array: "an array"
        case .object: "an object"
        case .string(let text) where text.count > 40: JSONValue.string(text.prefix(40) + "…").text
        case .some(let value): value.text
        }
    }

    static func list(_ choices: [String]) -> String {
        choices.isEmpty ? "no keys" : choices.map { JSONValue.string($0).text }.joined(separator: ", ")
    }

    static func describe<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> String {
        "one of " + list(Choice.allCases.map(\.rawValue))
    }

    static func describe<Bound>(_ kind: String, _ range: some RangeExpression<Bound>) -> String {
        switch range {
        case let range as PartialRangeFrom<Double>:
            range.lowerBound == -.infinity ? kind : "\(kind) ≥ \(plain(range.lowerBound))"
        case let range as PartialRangeFrom<Int>:
            range.lowerBound == .min ? kind : "\(kind) ≥ \(range.lowerBound)"
        case let range as PartialRangeThrough<Bound>: "\(kind) ≤ \(plain(range.upperBound))"
        case let range as PartialRangeUpTo<Bound>: "\(kind) < \(plain(range.upperBound))"
        case let range as ClosedRange<Bound>: "\(kind) in \(plain(range.lowerBound))…\(plain(range.upperBound))"
        case let range as Range<Bound>:
            "\(kind) ≥ \(plain(range.lowerBound)) and < \(plain(range.upperBound))"
        default: "\(kind) in \(range)"
        }
    }

    /// A bound without the `.0` of a whole floating-point number.
    private static func plain<Bound>(_ bound: Bound) -> String {
        guard let number = bound as? Double, let integer = Int(exactly: number) else { return "\(bound)" }
        return "\(integer)"
    }
}
