/// The limits on the size of one reply. A reply beyond them ends the connection.
public struct RESPLimits: Hashable, Sendable {
    /// The largest number of bytes in a string.
    public var stringBytes: Int
    /// The largest number of bytes in a line.
    public var lineBytes: Int
    /// The largest number of elements at all levels.
    public var elements: Int
    /// The largest number of levels.
    public var depth: Int
    /// The largest number of bytes in all strings together.
    public var replyBytes: Int

    /// Creates limits.
    public init(
        stringBytes: Int = 64 << 20, lineBytes: Int = 64 << 10, elements: Int = 1 << 20, depth: Int = 32,
        replyBytes: Int = 128 << 20
    ) {
        self.stringBytes = stringBytes
        self.lineBytes = lineBytes
        self.elements = elements
        self.depth = depth
        self.replyBytes = replyBytes
    }
}
