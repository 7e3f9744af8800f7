/// Reads a JSON document of known shape and says everything that is wrong with it, each fault with its path.
///
/// Use it for configuration and data files, whose authors want to see all their mistakes at once. A reader stands at
/// one place of the document. Asking it for a value gives the value, or reports the fault and gives nil, so reading
/// goes on; at the end ``read(_:as:)-(String,_)`` throws what was collected.
///
/// ```swift
/// struct Door { var name: String; var width: Double }
///
/// let doors = try JSONReader.read(#"{"doors": [{"name": "front", "width": 0.9}]}"#) { document in
///     document.rejectUnknownKeys(["doors"])
///     return document["doors"].requiredArray().compactMap { door -> Door? in
///         door.rejectUnknownKeys(["name", "width"])
///         guard let name = door["name"].requiredString(), let width = door["width"].requiredNumber(in: 0...)
///         else { return nil }
///         return Door(name: name, width: width)
///     }
/// }
/// ```
///
/// A key that is absent and a key that is `null` are the same: missing. `required…` reports that, `optional…` does not;
/// both report a value of the wrong kind. Nothing traps. Values are quoted in the sentences, cut after 40 characters.
package struct JSONReader {
    /// Where this reader stands, such as `$.models[3].input`.
    package let path: String
    /// The value here, nil when there is none.
    package let value: JSONValue?
    /// What was found wrong so far, in the whole document.
    package let problems: JSONProblems
    /// A fault further up was reported already, so that something is missing here is no news.
    private let isBelowFault: Bool

    /// A reader at the root of a document.
    package init(_ value: JSONValue, problems: JSONProblems) {
        self.init(path: "$", value: value, problems: problems, isBelowFault: false)
    }

    private init(path: String, value: JSONValue?, problems: JSONProblems, isBelowFault: Bool) {
        self.path = path
        self.value = value == .null ? nil : value
        self.problems = problems
        self.isBelowFault = isBelowFault
    }

    /// Reads a document with `body`, and throws everything it reported.
    ///
    /// `body` returns nil only after it has reported why.
    package static func read<Value>(
        _ document: JSONValue, as body: (JSONReader) -> Value?
    ) throws(InvalidJSONDocument) -> Value {
        let problems = JSONProblems()
        let value = body(JSONReader(document, problems: problems))
        if problems.isEmpty, let value { return value }
        throw InvalidJSONDocument(problems: problems.isEmpty ? ["$ cannot be used"] : problems.all)
    }

    /// Parses a text and reads it with `body`; throws everything that was reported.
    package static func read<Value>(
        _ text: String, as body: (JSONReader) -> Value?
    ) throws(InvalidJSONDocument) -> Value {
        let document: JSONValue
        do throws(JSONError) {
            document = try JSONValue(parsing: text)
        } catch {
            throw InvalidJSONDocument(problems: [error.description])
        }
        return try read(document, as: body)
    }

    /// The reader at a key of the object here.
    package subscript(key: String) -> JSONReader {
        let isFault = value != nil && value?.object == nil
        if isFault { reportKind("an object") }
        return child(path + Self.step(key), value?[key], isBelowFault: isBelowFault || isFault)
    }

    /// The readers at the elements here; reports when this is missing or not an array.
    package func requiredArray() -> [JSONReader] {
        if value == nil { reportKind("an array") }
        return optionalArray() ?? []
    }

    /// The readers at the elements here, nil when there is no array.
    package func optionalArray() -> [JSONReader]? {
        guard let value else { return nil }
        guard let elements = value.array else { return fail("an array") }
        return elements.enumerated().map { child("\(path)[\($0)]", $1) }
    }

    /// The readers at the members here, sorted by key; reports when this is missing or not an object.
    package func requiredObject() -> [(key: String, reader: JSONReader)] {
        if value == nil { reportKind("an object") }
        return optionalObject() ?? []
    }

    /// The readers at the members here, sorted by key, nil when there is no object.
    package func optionalObject() -> [(key: String, reader: JSONReader)]? {
        guard let value else { return nil }
        guard let members = value.object else { return fail("an object") }
        return members.sorted { $0.key < $1.key }.map { ($0.key, child(path + Self.step($0.key), $0.value)) }
    }

    /// Reports every key of the object here that is not in `known`.
    package func rejectUnknownKeys(_ known: [String]) {
        for key in (value?.object ?? [:]).keys.sorted() where !known.contains(key) {
            problems.report("\(path + Self.step(key)) is not known here; expected \(Self.list(known.sorted()))")
        }
    }

    /// Reports a fault of the value here: `report("is longer than 80 characters")`.
    package func report(_ fault: String) {
        problems.report("\(path) \(fault)")
    }

    /// Reports that there is something else, or nothing, where `expected` should be.
    package func reportKind(_ expected: String) {
        if value != nil || !isBelowFault { report("is \(Self.quote(value)); expected \(expected)") }
    }

    /// Reports like ``reportKind(_:)`` and gives nil.
    package func fail<Value>(_ expected: String) -> Value? {
        reportKind(expected)
        return nil
    }

    private func child(_ path: String, _ value: JSONValue?, isBelowFault: Bool = false) -> JSONReader {
        JSONReader(path: path, value: value, problems: problems, isBelowFault: isBelowFault)
    }
}
