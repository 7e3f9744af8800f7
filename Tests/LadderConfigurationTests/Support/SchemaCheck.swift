import LadderJSON

/// A check of values against the part of JSON Schema that the schema of configurations uses.
struct SchemaCheck {
    let root: JSONValue

    func accepts(_ value: JSONValue) -> Bool { accepts(value, by: root) }

    private func accepts(_ value: JSONValue, by schema: JSONValue) -> Bool {
        if let reference = schema["$ref"]?.string {
            let name = String(reference.dropFirst("#/$defs/".count))
            return root["$defs"]?[name].map { accepts(value, by: $0) } ?? false
        }
        if let any = schema["anyOf"]?.array, !any.contains(where: { accepts(value, by: $0) }) { return false }
        if let constant = schema["const"], constant != value { return false }
        if let choices = schema["enum"]?.array, !choices.contains(value) { return false }
        if let type = schema["type"] {
            let types = type.array ?? [type]
            guard types.contains(where: { hasType(value, $0.string ?? "") }) else { return false }
        }
        return isInRange(value, of: schema) && elementsFit(value, schema) && membersFit(value, schema)
    }

    private func hasType(_ value: JSONValue, _ type: String) -> Bool {
        switch type {
        case "object": value.object != nil
        case "array": value.array != nil
        case "string": value.string != nil
        case "boolean": value.bool != nil
        case "integer": value.int != nil
        case "number": value.double != nil
        case "null": value.isNull
        default: false
        }
    }

    private func isInRange(_ value: JSONValue, of schema: JSONValue) -> Bool {
        if let number = value.double {
            if let minimum = schema["minimum"]?.double, number < minimum { return false }
            if let maximum = schema["maximum"]?.double, number > maximum { return false }
        }
        guard let text = value.string else { return true }
        if let shortest = schema["minLength"]?.int, text.count < shortest { return false }
        guard let pattern = schema["pattern"]?.string, let regex = try? Regex(pattern) else { return true }
        return (try? regex.firstMatch(in: text)) ?? nil != nil
    }

    private func elementsFit(_ value: JSONValue, _ schema: JSONValue) -> Bool {
        guard let elements = value.array, let items = schema["items"] else { return true }
        return elements.allSatisfy { accepts($0, by: items) }
    }

    private func membersFit(_ value: JSONValue, _ schema: JSONValue) -> Bool {
        guard let members = value.object else { return true }
        let properties = schema["properties"]?.object ?? [:]
        let required = schema["required"]?.array?.compactMap(\.string) ?? []
        guard required.allSatisfy({ members[$0] != nil }) else { return false }
        if let fewest = schema["minProperties"]?.int, members.count < fewest { return false }
        if let most = schema["maxProperties"]?.int, members.count > most { return false }
        return members.allSatisfy { key, member in
            if let names = schema["propertyNames"], !accepts(.string(key), by: names) { return false }
            if let property = properties[key] { return accepts(member, by: property) }
            guard let others = schema["additionalProperties"] else { return true }
            return others == false ? false : accepts(member, by: others)
        }
    }
}
