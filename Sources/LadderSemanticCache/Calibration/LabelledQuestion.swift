/// A question and the name of its right answer: questions with equal labels may share one answer.
public struct LabelledQuestion: Hashable, Sendable {
    /// The question as a user wrote it.
    public var text: String
    /// The name of the answer, such as an intent or the id of an article.
    public var label: String

    /// Creates a question.
    public init(_ text: String, label: String) {
        self.text = text
        self.label = label
    }

    /// Returns the questions of a CSV text with two columns, the question and its label, under a header.
    ///
    /// - Throws: ``CSVFormatError`` with the line of the first mistake.
    public static func questions(fromCSV text: String) throws(CSVFormatError) -> [LabelledQuestion] {
        var questions: [LabelledQuestion] = []
        for row in try CSVRow.rows(of: text).dropFirst() {
            guard row.fields.count == 2 else {
                throw CSVFormatError(
                    line: row.line, message: "expected 2 columns (question, label), found \(row.fields.count)")
            }
            let (question, label) = (row.fields[0].trimmed, row.fields[1].trimmed)
            guard !question.isEmpty, !label.isEmpty else {
                throw CSVFormatError(line: row.line, message: "the question or its label is empty")
            }
            questions.append(LabelledQuestion(question, label: label))
        }
        return questions
    }
}
