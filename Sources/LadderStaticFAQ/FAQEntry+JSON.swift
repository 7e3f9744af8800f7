import LadderCore
public import LadderJSON

extension FAQEntry {
    /// Returns the entries in the text of a JSON file.
    ///
    /// Only `id`, `phrasings` and `answer` are required:
    ///
    /// ```json
    /// {
    ///     "entries": [
    ///         {
    ///             "id": "refund-time",
    ///             "phrasings": ["How long does a refund take?", "When do I get my money back?"],
    ///             "answer": "Refunds arrive within five working days.",
    ///             "language": "en",
    ///             "answersFirst": false
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// - Throws: An error that names every fault with its path.
    public static func entries(parsing text: String) throws(InvalidJSONDocument) -> [FAQEntry] {
        try JSONReader.read(text) { read($0) }
    }

    /// Returns the entries in a JSON value of the same shape.
    ///
    /// - Throws: An error that names every fault with its path.
    public static func entries(json: JSONValue) throws(InvalidJSONDocument) -> [FAQEntry] {
        try JSONReader.read(json) { read($0) }
    }

    private static func read(_ document: JSONReader) -> [FAQEntry] {
        document.rejectUnknownKeys(["entries"])
        var places: [String: String] = [:]
        return document["entries"].requiredArray().compactMap { reader in
            guard let entry = FAQEntry(reading: reader) else { return nil }
            if let first = places[entry.id] {
                reader["id"].report("is the id of \(first) as well")
            } else {
                places[entry.id] = reader.path
            }
            return entry
        }
    }

    private init?(reading reader: JSONReader) {
        reader.rejectUnknownKeys(["id", "phrasings", "answer", "language", "answersFirst"])
        let id = Self.text(reader["id"])
        let phrasings = reader["phrasings"].requiredArray()
        if phrasings.isEmpty, reader["phrasings"].value?.array != nil { reader["phrasings"].report("is empty") }
        let texts = phrasings.compactMap(Self.text)
        let answer = Self.text(reader["answer"])
        let language = reader["language"].optionalString()
        let answersFirst = reader["answersFirst"].optionalBool() ?? false
        guard let id, let answer else { return nil }
        self.init(id: id, phrasings: texts, answer: answer, language: language, answersFirst: answersFirst)
    }

    private static func text(_ reader: JSONReader) -> String? {
        guard let text = reader.requiredString() else { return nil }
        if text.allSatisfy(\.isWhitespace) { reader.report("is empty") }
        return text
    }
}
