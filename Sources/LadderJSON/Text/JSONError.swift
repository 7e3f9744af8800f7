/// The reason why a text is not JSON, and its place in the text.
///
/// The message never quotes the text: it may be a prompt or an answer.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The position of the byte at which reading stopped, from 0.
    public let offset: Int
    /// The line of that byte, from 1.
    public let line: Int
    /// The character within that line, from 1.
    public let column: Int
    /// A sentence about what was expected at that place.
    public let message: String

    /// Creates an error at a byte of `text`.
    init(_ message: String, at offset: Int, of text: [UInt8]) {
        var line = 1
        var column = 1
        for byte in text.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.offset = offset
        self.line = line
        self.column = column
        self.message = message
    }

    /// The place and the message: `line 2, column 8: expected a value`.
    public var description: String { "line \(line), column \(column): \(message)" }
}
