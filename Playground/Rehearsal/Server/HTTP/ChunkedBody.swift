/// Puts a body together that arrives in chunks.
struct ChunkedBody {
    private enum Place {
        case size
        case data(left: Int)
        case endOfData
        case trailers
    }

    private let limits: ServerLimits
    private var place = Place.size
    private var trailerBytes = 0
    private(set) var bytes: [UInt8] = []

    init(limits: ServerLimits) {
        self.limits = limits
    }

    /// Reads as much as it can, and removes it from the input. Returns whether the body is whole.
    mutating func read(_ input: inout [UInt8]) throws(RequestRefusal) -> Bool {
        var rest = input[...]
        defer { input = Array(rest) }
        while true {
            switch place {
            case .size:
                guard let line = try takeLine(&rest, limit: 1_024) else { return false }
                let size = try Self.size(line)
                guard size <= limits.bodyBytes - bytes.count else {
                    throw RequestRefusal(status: 413, message: "the body is longer than \(limits.bodyBytes) bytes")
                }
                place = size == 0 ? .trailers : .data(left: size)
            case .data(let left):
                let part = rest.prefix(left)
                bytes += part
                rest = rest.dropFirst(part.count)
                guard part.count == left else {
                    place = .data(left: left - part.count)
                    return false
                }
                place = .endOfData
            case .endOfData:
                guard rest.first ?? 0x0D == 0x0D else { throw .malformed("a chunk is longer than its size") }
                guard let line = try takeLine(&rest, limit: 2) else { return false }
                guard line.isEmpty else { throw .malformed("a chunk is longer than its size") }
                place = .size
            case .trailers:
                guard let line = try takeLine(&rest, limit: limits.headBytes - trailerBytes) else { return false }
                trailerBytes += line.count + 2
                if line.isEmpty { return true }
            }
        }
    }

    private func takeLine(
        _ rest: inout ArraySlice<UInt8>, limit: Int
    ) throws(RequestRefusal) -> ArraySlice<UInt8>? {
        guard let end = rest.prefix(max(0, limit) + 1).firstIndex(of: UInt8(ascii: "\n")) else {
            if rest.count > limit { throw .malformed("a line between the chunks is too long") }
            return nil
        }
        let line = rest[..<end]
        guard line.last == UInt8(ascii: "\r") else { throw .malformed("a line between the chunks has no CR LF") }
        rest = rest[(end + 1)...]
        return line.dropLast()
    }

    private static func size(_ line: ArraySlice<UInt8>) throws(RequestRefusal) -> Int {
        let digits = line.prefix { $0 != UInt8(ascii: ";") }
        guard (1...15).contains(digits.count), digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .malformed("the size of a chunk is not a hexadecimal number") }
        return size
    }
}
