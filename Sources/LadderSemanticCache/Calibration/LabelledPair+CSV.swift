extension LabelledPair {
    /// Returns the pairs of a CSV text with three columns: a question, another question, and whether one answer serves
    /// both.
    ///
    /// ```
    /// first,second,same
    /// How do I reset my password?,"I forgot my password, what now?",yes
    /// Turn on dark mode,Turn off dark mode,no
    /// ```
    ///
    /// The label is `yes` or `no`, `true` or `false`, `1` or `0`, in any case. A first row whose third
    /// column is `same`, `label` or the like is a header. Fields with a comma, a quotation mark or a line break stand in quotation marks, which are doubled inside.
    ///
    /// - Throws: ``CSVFormatError`` with the line of the first mistake.
    public static func pairs(fromCSV text: String) throws(CSVFormatError) -> [LabelledPair] {
        var pairs: [LabelledPair] = []
        for (index, row) in try CSVRow.rows(of: text).enumerated() {
            guard row.fields.count == 3 else {
                throw CSVFormatError(
                    line: row.line, message: "expected 3 columns (question, question, label), found \(row.fields.count)"
                )
            }
            let questions = row.fields[...1].map(\.trimmed)
            guard let isSame = label(row.fields[2]) else {
                if index == 0, headers.contains(row.fields[2].trimmed.lowercased()) { continue }
                throw CSVFormatError(
                    line: row.line, message: "the label is \"\(row.fields[2].prefix(20))\"; it must be yes or no")
            }
            guard !questions.contains("") else {
                throw CSVFormatError(line: row.line, message: "a question is empty")
            }
            pairs.append(LabelledPair(first: questions[0], second: questions[1], isSame: isSame))
        }
        return pairs
    }

    /// The names of the third column by which a header is known.
    private static let headers: Set<String> = [
        "same", "is_same", "issame", "label", "duplicate", "is_duplicate", "match",
    ]

    private static func label(_ text: String) -> Bool? {
        switch text.trimmed.lowercased() {
        case "yes", "true", "1": true
        case "no", "false", "0": false
        default: nil
        }
    }
}
