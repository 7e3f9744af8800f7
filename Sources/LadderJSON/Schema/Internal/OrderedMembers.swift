/// The members of an object of a schema, while they are collected: each key once, at its first place.
struct OrderedMembers {
    private(set) var all: [JSONSchema.Member] = []
    private var positions: [String: Int] = [:]

    mutating func set(_ key: String, to value: JSONSchema) {
        if let position = positions[key] {
            all[position].value = value
        } else {
            positions[key] = all.count
            all.append(JSONSchema.Member(key: key, value: value))
        }
    }
}
