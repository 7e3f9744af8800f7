/// Reads one JSON value, byte by byte, in one pass.
struct JSONParser<Tree: JSONTree> {
    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    static func parse(_ bytes: [UInt8]) throws(JSONError) -> Tree {
        var parser = JSONParser(bytes: bytes)
        return try parser.document()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func document() throws(JSONError) -> Tree {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let value = try value()
        skipSpace()
        if position < bytes.count { throw error("expected the end of the text") }
        return value
    }

    private mutating func value() throws(JSONError) -> Tree {
        skipSpace()
        guard let byte = peek() else { throw error("expected a value, not the end of the text") }
        switch byte {
        case UInt8(ascii: "\""): return .scalar(.string(try string()))
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "t"): return .scalar(try word("true", value: .bool(true)))
        case UInt8(ascii: "f"): return .scalar(try word("false", value: .bool(false)))
        case UInt8(ascii: "n"): return .scalar(try word("null", value: .null))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .scalar(try number())
        default: throw error("expected a value")
        }
    }

    private mutating func object() throws(JSONError) -> Tree {
        try enter()
        var members = Tree.noMembers
        if skip(UInt8(ascii: "}")) {
            depth -= 1
            return .object(members)
        }
        repeat {
            skipSpace()
            guard peek() == UInt8(ascii: "\"") else { throw error("expected a key in quotation marks") }
            let key = try string()
            guard skip(UInt8(ascii: ":")) else { throw error("expected ':' after the key") }
            Tree.set(key, to: try value(), in: &members)
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw error("expected ',' or '}'") }
        depth -= 1
        return .object(members)
    }

    private mutating func array() throws(JSONError) -> Tree {
        try enter()
        var elements: [Tree] = []
        if skip(UInt8(ascii: "]")) {
            depth -= 1
            return .array(elements)
        }
        repeat {
            elements.append(try value())
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw error("expected ',' or ']'") }
        depth -= 1
        return .array(elements)
    }

    private mutating func enter() throws(JSONError) {
        guard depth < JSONValue.maximumDepth else { throw error("nested deeper than \(JSONValue.maximumDepth) levels") }
        depth += 1
        position += 1
    }

    private mutating func word(_ word: String, value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw error("expected a value") }
        position += word.utf8.count
        return value
    }

    func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Takes `byte` if it comes next, white space aside.
    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    func error(_ message: String, at offset: Int? = nil) -> JSONError {
        JSONError(message, at: offset ?? position, of: bytes)
    }
}
