/// Writes values as bytes in one canonical form, for cache keys and for stored answers.
///
/// A text or a list begins with its length or ends with a mark, so different values never have the same bytes.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether the opaque bytes of reasoning and the signatures of tool calls are written, as a stored answer needs
    /// them. They are not part of a request's identity.
    let keepsOpaqueBytes: Bool

    package init(keepsOpaqueBytes: Bool, capacity: Int) {
        self.keepsOpaqueBytes = keepsOpaqueBytes
        bytes.reserveCapacity(capacity)
    }

    package mutating func write(byte: UInt8) { bytes.append(byte) }

    package mutating func write(tag: some RawRepresentable<UInt8>) { bytes.append(tag.rawValue) }

    package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// Writes seven bits in a byte, the lowest first; the highest bit says that more follow.
    package mutating func write(unsigned number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Writes a number so that small ones of either sign take one byte.
    package mutating func write(_ number: Int64) {
        write(unsigned: UInt64(bitPattern: number << 1 ^ number >> 63))
    }

    package mutating func write(_ number: Int) { write(Int64(number)) }

    /// Writes all 64 bits, the lowest byte first.
    package mutating func write(fixed number: UInt64) {
        for shift in stride(from: 0 as UInt64, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    package mutating func write(_ number: Double) { write(fixed: number.bitPattern) }

    package mutating func write(_ text: String) {
        write(unsigned: UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(_ data: [UInt8]) {
        write(unsigned: UInt64(data.count))
        bytes.append(contentsOf: data)
    }

    /// Writes the number of numbers and 32 bits of each, the lowest byte first.
    package mutating func write(_ vector: [Float]) {
        write(unsigned: UInt64(vector.count))
        for number in vector {
            for shift in stride(from: 0 as UInt32, to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
            }
        }
    }

    /// Writes whether there is a value, and the value.
    package mutating func write<Value>(_ value: Value?, with write: (inout ByteWriter, Value) -> Void) {
        self.write(value != nil)
        if let value { write(&self, value) }
    }

    /// Writes fixed room for the length of what `content` writes, and the content.
    package mutating func writeMeasured(_ content: (inout ByteWriter) -> Void) {
        let start = bytes.count
        write(fixed: 0)
        content(&self)
        replace(fixedAt: start, with: UInt64(bytes.count - start - 8))
    }

    /// Appends text that another type writes itself, with its length before it.
    package mutating func writeMeasured(appending append: (inout [UInt8]) -> Void) {
        writeMeasured { append(&$0.bytes) }
    }

    /// Replaces 64 bits that were written with ``write(fixed:)``.
    package mutating func replace(fixedAt start: Int, with number: UInt64) {
        for index in 0..<8 { bytes[start + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index)) }
    }
}
