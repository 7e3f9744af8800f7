/// The bytes that have been received and not been read yet.
struct ReplyBytes {
    private var bytes: [UInt8] = []
    private var start = 0
    /// The index before which there is no end of a line, so that no byte is searched twice.
    private var searched = 0

    /// The number of bytes.
    var count: Int { bytes.count - start }

    /// Adds bytes, in the place of those that have been read.
    mutating func append(_ more: ArraySlice<UInt8>) {
        if start == bytes.count {
            // After a large reply the memory is given back.
            bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
            start = 0
            searched = 0
        } else if start >= 1 << 16, start > bytes.count / 2 {
            bytes.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// Takes a line, and returns it without its end; nil if its end is not there yet.
    mutating func takeLine(limit: Int) throws(RESPSyntaxError) -> ArraySlice<UInt8>? {
        while searched < bytes.count, bytes[searched] != UInt8(ascii: "\n") { searched += 1 }
        if searched - start > limit + 1 {
            throw RESPSyntaxError(message: "a line has more than \(limit) bytes")
        }
        guard searched < bytes.count else { return nil }
        guard searched > start, bytes[searched - 1] == UInt8(ascii: "\r") else {
            throw RESPSyntaxError(message: "a line ends without a carriage return")
        }
        let line = bytes[start..<searched - 1]
        start = searched + 1
        searched = start
        return line
    }

    /// Takes a string of a known length, and returns it without its end; nil if it is not there as a whole yet.
    mutating func takeString(length: Int) throws(RESPSyntaxError) -> ArraySlice<UInt8>? {
        guard count >= length + 2 else { return nil }
        let end = start + length
        guard bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") else {
            throw RESPSyntaxError(message: "a string does not end where its length says")
        }
        let string = bytes[start..<end]
        start = end + 2
        searched = start
        return string
    }
}
