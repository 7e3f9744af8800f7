/// Reads what ``ByteWriter`` wrote. Bytes of any other origin give an error, never a trap or a large allocation.
package struct ByteReader {
    private let bytes: [UInt8]
    private var position: Int
    /// The number of lists, objects and tool results that the value to be read is inside of.
    private var depth = 0

    package init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        position = min(start, bytes.count)
    }

    package var isAtEnd: Bool { position == bytes.count }

    /// Returns the error of bytes that cannot be read.
    package static func corrupt(_ message: String) -> StoreError {
        StoreError(.corrupt, message: message)
    }

    package mutating func readByte() throws(StoreError) -> UInt8 {
        guard position < bytes.count else { throw ByteReader.corrupt("the entry is cut") }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func readBool() throws(StoreError) -> Bool {
        switch try readByte() {
        case 0: return false
        case 1: return true
        default: throw ByteReader.corrupt("a flag is neither 0 nor 1")
        }
    }

    package mutating func readUnsigned() throws(StoreError) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: 0 as UInt64, to: 64, by: 7) {
            let byte = try readByte()
            // The tenth byte has room for one bit.
            guard shift < 63 || byte <= 1 else { break }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        throw ByteReader.corrupt("a number is too large")
    }

    package mutating func readInteger() throws(StoreError) -> Int64 {
        let number = try readUnsigned()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    package mutating func readInt() throws(StoreError) -> Int {
        guard let number = Int(exactly: try readInteger()) else { throw ByteReader.corrupt("a number is too large") }
        return number
    }

    package mutating func readFixed() throws(StoreError) -> UInt64 {
        let end = try end(ofNext: 8)
        defer { position = end }
        return bytes[position..<end].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    package mutating func readDouble() throws(StoreError) -> Double { Double(bitPattern: try readFixed()) }

    package mutating func readString() throws(StoreError) -> String {
        let end = try readEnd()
        defer { position = end }
        guard let text = String(validating: bytes[position..<end], as: UTF8.self) else {
            throw ByteReader.corrupt("a text is not UTF-8")
        }
        return text
    }

    package mutating func readData() throws(StoreError) -> [UInt8] {
        let end = try readEnd()
        defer { position = end }
        return Array(bytes[position..<end])
    }

    package mutating func readVector() throws(StoreError) -> [Float] {
        let count = try readUnsigned()
        guard count <= UInt64(bytes.count / 4) else { throw ByteReader.corrupt("the entry is cut") }
        let end = try end(ofNext: 4 * count)
        defer { position = end }
        return stride(from: position, to: end, by: 4).map { start in
            Float(bitPattern: bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
        }
    }

    package mutating func readOptional<Value>(
        _ read: (inout ByteReader) throws(StoreError) -> Value
    ) throws(StoreError) -> Value? {
        try readBool() ? try read(&self) : nil
    }

    /// Reads a value that may hold others of its kind, unless it is nested too deeply for the stack.
    package mutating func readNested<Value>(
        _ read: (inout ByteReader) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        guard depth < ByteReader.maximumDepth else { throw ByteReader.corrupt("the entry is nested too deeply") }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    /// Reads a length and returns the place behind what has this length.
    private mutating func readEnd() throws(StoreError) -> Int {
        let count = try readUnsigned()
        return try end(ofNext: count)
    }

    private func end(ofNext count: UInt64) throws(StoreError) -> Int {
        guard count <= UInt64(bytes.count - position) else { throw ByteReader.corrupt("the entry is cut") }
        return position + Int(count)
    }
}
