/// The lines of a JSON text at which its values begin, by their paths, such as `$.phases[1].for`.
///
/// The text must be valid JSON.
struct JSONPlaces {
    private(set) var lines: [String: Int] = [:]
    private var bytes: ArraySlice<UInt8>
    private var line = 1

    init(of text: String) {
        bytes = Array(text.utf8)[...]
        readValue(at: "$")
    }

    /// Returns the line of a path, or of the nearest value around it.
    func line(of path: String) -> Int {
        var path = Substring(path)
        while !path.isEmpty {
            if let line = lines[String(path)] { return line }
            path = path.dropLast()
        }
        return 1
    }

    private mutating func readValue(at path: String) {
        skipSpace()
        lines[path] = line
        switch bytes.first {
        case UInt8(ascii: "{"): readMembers(at: path)
        case UInt8(ascii: "["): readElements(at: path)
        case UInt8(ascii: "\""): _ = readString()
        default:
            bytes = bytes.drop { byte in
                !(byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte <= 0x20)
            }
        }
    }

    private mutating func readMembers(at path: String) {
        bytes.removeFirst()
        while true {
            skipSpace()
            guard let byte = bytes.first, byte != UInt8(ascii: "}") else { break }
            if byte == UInt8(ascii: ",") {
                bytes.removeFirst()
                continue
            }
            guard byte == UInt8(ascii: "\"") else { break }
            let (key, keyLine) = (readString(), line)
            skipSpace()
            if bytes.first == UInt8(ascii: ":") { bytes.removeFirst() }
            readValue(at: "\(path).\(key)")
            lines["\(path).\(key)"] = keyLine
        }
        _ = bytes.popFirst()
    }

    private mutating func readElements(at path: String) {
        bytes.removeFirst()
        var index = 0
        while true {
            skipSpace()
            guard let byte = bytes.first, byte != UInt8(ascii: "]") else { break }
            if byte == UInt8(ascii: ",") {
                bytes.removeFirst()
                continue
            }
            let count = bytes.count
            readValue(at: "\(path)[\(index)]")
            if bytes.count == count { break }
            index += 1
        }
        _ = bytes.popFirst()
    }

    private mutating func readString() -> String {
        bytes.removeFirst()
        var text: [UInt8] = []
        while let byte = bytes.popFirst(), byte != UInt8(ascii: "\"") {
            text.append(byte)
            if byte == UInt8(ascii: "\\"), let next = bytes.popFirst() { text.append(next) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func skipSpace() {
        while let byte = bytes.first, byte <= 0x20 {
            if byte == UInt8(ascii: "\n") { line += 1 }
            bytes.removeFirst()
        }
    }
}
