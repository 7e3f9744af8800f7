/// The error for a CSV text that cannot be read.
public struct CSVFormatError: Error, Hashable, CustomStringConvertible {
    /// The line of the text in which the row begins, counted from 1.
    public let line: Int
    /// What is wrong.
    public let message: String

    /// A sentence such as `line 7: expected 3 columns, found 2`.
    public var description: String { "line \(line): \(message)" }
}
