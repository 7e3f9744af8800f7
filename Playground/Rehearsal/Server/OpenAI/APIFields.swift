import LadderJSON

/// The fields of an object of a request, each of which is taken once.
///
/// A field that is missing or null is nil. What is left over are the fields that have no meaning here.
struct APIFields {
    private(set) var rest: [String: JSONValue]
    /// The place of the object in the request, with the dot after it.
    private let place: String

    init(_ value: JSONValue, at place: String) throws(APIFailure) {
        guard let members = value.object else {
            throw .invalid(
                place.isEmpty ? nil : place, because: "\(place.isEmpty ? "the body" : place) must be an object")
        }
        rest = members
        self.place = place.isEmpty ? "" : place + "."
    }

    func path(_ name: String) -> String { place + name }

    mutating func take(_ name: String) -> JSONValue? {
        guard let value = rest.removeValue(forKey: name), !value.isNull else { return nil }
        return value
    }

    mutating func take<Value>(
        _ name: String, as kind: String, by read: (JSONValue) -> Value?
    ) throws(APIFailure) -> Value? {
        guard let value = take(name) else { return nil }
        guard let value = read(value) else { throw .invalid(path(name), because: "\(path(name)) must be \(kind)") }
        return value
    }

    mutating func string(_ name: String) throws(APIFailure) -> String? {
        try take(name, as: "a string") { $0.string }
    }

    mutating func bool(_ name: String) throws(APIFailure) -> Bool? {
        try take(name, as: "true or false") { $0.bool }
    }

    mutating func int(_ name: String) throws(APIFailure) -> Int? {
        try take(name, as: "a whole number") { $0.int }
    }

    mutating func number(_ name: String) throws(APIFailure) -> Double? {
        try take(name, as: "a number") { $0.double }
    }

    mutating func array(_ name: String) throws(APIFailure) -> [JSONValue]? {
        try take(name, as: "an array") { $0.array }
    }

    mutating func requiredString(_ name: String) throws(APIFailure) -> String {
        guard let text = try string(name) else { throw .invalid(path(name), because: "\(path(name)) is missing") }
        return text
    }

    mutating func object(_ name: String) throws(APIFailure) -> APIFields? {
        guard let value = take(name) else { return nil }
        return try APIFields(value, at: path(name))
    }
}
