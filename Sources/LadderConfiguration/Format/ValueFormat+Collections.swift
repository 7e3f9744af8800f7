import LadderCore
import LadderJSON

extension ValueFormat {
    /// A list of values of this format.
    var list: ValueFormat<[Value]> {
        ValueFormat<[Value]>(
            allowed: "a list, each \(allowed)", schema: ["type": "array", "items": schema], objects: objects,
            read: { reader in
                guard reader.value != nil else { return reader.fail("an array") }
                return reader.optionalArray()?.compactMap(read)
            },
            write: { .array($0.map(write)) })
    }

    /// Values of this format by names that the author of the file chooses.
    var byName: ValueFormat<[String: Value]> {
        byKey("an object whose values are each \(allowed)", keySchema: nil, keyAllowed: "", key: { $0 }, name: { $0 })
    }

    /// Values of this format by keys that have names.
    ///
    /// - Parameters:
    ///   - allowed: What is allowed.
    ///   - keySchema: The schema of the names of keys, where they are limited.
    ///   - keyAllowed: What is allowed as a name.
    ///   - key: Returns the key of a name, or nil if there is none.
    ///   - name: Returns the name of a key.
    func byKey<Key: Hashable>(
        _ allowed: String, keySchema: JSONValue?, keyAllowed: String, key: @escaping (String) -> Key?,
        name: @escaping (Key) -> String
    ) -> ValueFormat<[Key: Value]> {
        var members: [String: JSONValue] = ["type": "object", "additionalProperties": schema]
        if let keySchema { members["propertyNames"] = keySchema }
        return ValueFormat<[Key: Value]>(
            allowed: allowed, schema: .object(members), objects: objects,
            read: { reader in
                guard reader.value != nil else { return reader.fail("an object") }
                var values: [Key: Value] = [:]
                for (text, member) in reader.optionalObject() ?? [] {
                    if let key = key(text) {
                        values[key] = read(member)
                    } else {
                        member.report("is not known here; expected \(keyAllowed)")
                    }
                }
                return values
            },
            write: { values in
                .object(Dictionary(values.map { (name($0.key), write($0.value)) }, uniquingKeysWith: { $1 }))
            })
    }

    /// Values of this format by kinds of errors, which override the error table.
    var byErrorKind: ValueFormat<[ChatError.KindName: Value]> {
        let names = ChatError.KindName.allCases.map(\.rawValue)
        return byKey(
            "an object from kinds of errors to \(allowed)", keySchema: ["enum": .array(names.map { .string($0) })],
            keyAllowed: "one of " + names.map { JSONValue.string($0).text }.joined(separator: ", "),
            key: { ChatError.KindName(rawValue: $0) }, name: { $0.rawValue })
    }
}

extension ValueFormat where Value: Hashable & Comparable {
    /// A list of values of this format in which order and repetition do not matter.
    var set: ValueFormat<Set<Value>> {
        list.mapping(to: { Set($0) }, from: { $0.sorted() })
    }
}

// The same by names that can stand where the type is known: `.list(of: .duration)`.

extension ValueFormat {
    static func nullable<Wrapped>(_ format: ValueFormat<Wrapped>) -> Self where Value == Wrapped? { format.nullable }

    static func list<Element>(of format: ValueFormat<Element>) -> Self where Value == [Element] { format.list }

    static func byName<Element>(_ format: ValueFormat<Element>) -> Self where Value == [String: Element] {
        format.byName
    }

    static func set<Element: Hashable & Comparable>(of format: ValueFormat<Element>) -> Self
    where Value == Set<Element> {
        format.set
    }
}
