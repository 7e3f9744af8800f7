/// A reader of JSON documents of known shape, which reports all their faults, each with its path.
///
/// Use it for configuration and data files, whose authors want to see all their mistakes at once. A reader is at one
/// place of the document. Its methods return the value at that place, or report the fault and return nil, so reading
/// continues; at the end ``read(_:as:)-(String,_)`` throws the reported faults.
///
/// ```text
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
    /// The path of the place at which this reader is, such as `$.models[3].input`.
    package let path: String
    /// The value at this place, or nil when it is missing or null.
    package let value: JSONValue?
    /// The faults that were found so far, in the whole document.
    package let problems: JSONProblems
    /// Whether a fault further up was reported already, so that a missing value here is not reported again.
    private let isBelowFault: Bool

    /// Creates a reader at the root of a document.
    package init(_ value: JSONValue, problems: JSONProblems) {
        self.init(path: "$", value: value, problems: problems, isBelowFault: false)
    }

    private init(path: String, value: JSONValue?, problems: JSONProblems, isBelowFault: Bool) {
        self.path = path
        self.value = value == .null ? nil : value
        self.problems = problems
        self.isBelowFault = isBelowFault
    }

    /// Reads a document with `body`, and throws the faults that it reported.
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

    /// Parses a text and reads it with `body`; throws the faults that were reported.
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

    /// Returns the reader at a key of this object; reports when this is no object.
    package subscript(key: String) -> JSONReader {
        let isFault = value != nil && value?.object == nil
        if isFault { reportKind("an object") }
        return child(path + Self.step(key), value?[key], isBelowFault: isBelowFault || isFault)
    }

    /// Returns the readers at the elements of this array; reports when it is missing or not an array.
    package func requiredArray() -> [JSONReader] {
        if value == nil { reportKind("an array") }
        return optionalArray() ?? []
    }

    /// Returns the readers at the elements of this array, or nil when it is missing.
    package func optionalArray() -> [JSONReader]? {
        guard let value else { return nil }
        guard let elements = value.array else { return fail("an array") }
        return elements.enumerated().map { child("\(path)[\($0)]", $1) }
    }

    /// Returns the readers at the members of this object, sorted by key; reports when it is missing or not an object.
    package func requiredObject() -> [(key: String, reader: JSONReader)] {
        if value == nil { reportKind("an object") }
        return optionalObject() ?? []
    }

    /// Returns the readers at the members of this object, sorted by key, or nil when it is missing.
    package func optionalObject() -> [(key: String, reader: JSONReader)]? {
        guard let value else { return nil }
        guard let members = value.object else { return fail("an object") }
        return members.sorted { $0.key < $1.key }.map { ($0.key, child(path + Self.step($0.key), $0.value)) }
    }

    /// Reports every key of this object that is not in `known`.
    package func rejectUnknownKeys(_ known: [String]) {
        for key in (value?.object ?? [:]).keys.sorted() where !known.contains(key) {
            problems.report("\(path + Self.step(key)) is not known here; expected \(Self.list(known.sorted()))")
        }
    }

    /// Reports a fault of this value: `report("is longer than 80 characters")`.
    package func report(_ fault: String) {
        problems.report("\(path) \(fault)")
    }

    /// Reports that this value is missing or of another kind than `expected`.
    package func reportKind(_ expected: String) {
        if value != nil || !isBelowFault { report("is \(Self.quote(value)); expected \(expected)") }
    }

    /// Reports like ``reportKind(_:)`` and returns nil.
    package func fail<Value>(_ expected: String) -> Value? {
        reportKind(expected)
        return nil
    }

    private func child(_ path: String, _ value: JSONValue?, isBelowFault: Bool = false) -> JSONReader {
        JSONReader(path: path, value: value, problems: problems, isBelowFault: isBelowFault)
    }
}
