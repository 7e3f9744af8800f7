import LadderCore
import LadderJSON

extension ValueFormat<Bool> {
    static var bool: Self {
        Self("true or false", schema: ["type": "boolean"], read: { $0.bool }, write: { .bool($0) })
    }
}

extension ValueFormat<String> {
    static var text: Self {
        Self("a string", schema: ["type": "string"], read: { $0.string }, write: { .string($0) })
    }

    /// A text that is not empty, such as a name.
    static var name: Self {
        Self(
            "a string that is not empty", schema: ["type": "string", "minLength": 1],
            read: { $0.string.flatMap { $0.isEmpty ? nil : $0 } }, write: { .string($0) })
    }
}

extension ValueFormat<Int> {
    static var integer: Self {
        Self("a whole number", schema: ["type": "integer"], read: { $0.int }, write: { .integer($0) })
    }

    static func integer(in range: ClosedRange<Int>) -> Self {
        Self(
            "a whole number in \(range.lowerBound)…\(range.upperBound)",
            schema: ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)],
            read: { $0.int.flatMap { range.contains($0) ? $0 : nil } }, write: { .integer($0) })
    }
}

extension ValueFormat<Double> {
    static var number: Self {
        Self("a number", schema: ["type": "number"], read: { $0.double }, write: { JSONValue(shortest: $0) })
    }
}

extension ValueFormat<Money> {
    static var money: Self {
        let allowed = "an amount in dollars such as \"20.00\""
        return Self(
            allowed: allowed, schema: ["type": ["string", "number"]],
            read: { $0.requiredMoney() }, write: { .string(String($0.description.filter { $0 != "$" })) })
    }
}

extension ValueFormat where Value: RawRepresentable<String> & CaseIterable & Equatable {
    /// The cases of an enumeration by their names.
    static var choice: Self {
        choice(among: Value.allCases.map { ($0.rawValue, $0) })
    }
}

extension ValueFormat where Value: Equatable {
    /// Values that have names.
    static func choice(among values: [(name: String, value: Value)]) -> Self {
        let names = values.map { JSONValue.string($0.name) }
        return Self(
            "one of " + names.map(\.text).joined(separator: ", "), schema: ["enum": .array(names)],
            read: { json in values.first { .string($0.name) == json }?.value },
            write: { value in values.first { $0.value == value }.map { .string($0.name) } ?? .null })
    }
}

extension JSONValue {
    /// A number, without the fraction `.0` of a whole one.
    init(shortest number: Double) {
        self = Int(exactly: number).map { .integer($0) } ?? .number(number)
    }
}
