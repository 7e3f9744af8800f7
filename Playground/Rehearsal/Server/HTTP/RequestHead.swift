/// The request line and the header fields of a request, with what they say about the body.
struct RequestHead {
    /// How the end of a body is found.
    enum Body: Equatable {
        case length(Int)
        case chunks
    }

    private(set) var request: ServedRequest
    private(set) var body = Body.length(0)
    private(set) var expectsContinue = false
    private var seen: Set<String> = []

    /// Reads a head without the empty line that ends it.
    init(_ bytes: ArraySlice<UInt8>, limits: ServerLimits) throws(RequestRefusal) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        for index in lines.indices.dropLast() {
            // The end of the last line belongs to the empty line.
            guard lines[index].last == UInt8(ascii: "\r") else { throw .malformed("a line of the head has no CR LF") }
            lines[index] = lines[index].dropLast()
        }
        request = try Self.requestLine(lines.removeFirst())
        guard lines.count <= limits.headerFields else {
            throw RequestRefusal(status: 431, message: "more than \(limits.headerFields) header fields")
        }
        for line in lines { try addField(line) }
        try readBody(limit: limits.bodyBytes)
        try readConnection()
    }

    private static func requestLine(_ line: ArraySlice<UInt8>) throws(RequestRefusal) -> ServedRequest {
        let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 3, words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isVisible) }),
            words[0].count <= 32, words[0].allSatisfy(isToken)
        else { throw .malformed("the first line is not METHOD TARGET HTTP/1.1") }
        let (method, target, version) = (text(words[0]), text(words[1]), text(words[2]))
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
            guard version.hasPrefix("HTTP/") else { throw .malformed("the first line is not METHOD TARGET HTTP/1.1") }
            throw RequestRefusal(status: 505, message: "the server speaks HTTP/1.1")
        }
        guard target.hasPrefix("/") || target == "*" else { throw .malformed("the target must begin with a slash") }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var request = ServedRequest(method: method, path: String(parts[0]))
        if parts.count == 2 { request.query = String(parts[1]) }
        request.readsChunks = version == "HTTP/1.1"
        return request
    }

    private mutating func addField(_ line: ArraySlice<UInt8>) throws(RequestRefusal) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy(Self.isToken)
        else { throw .malformed("a header field has no valid name") }
        let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
        var value = line[(colon + 1)...].drop { blanks.contains($0) }
        while let last = value.last, blanks.contains(last) { value.removeLast() }
        guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
            throw .malformed("a header field contains control characters")
        }
        let name = Self.text(line[..<colon]).lowercased()
        if !seen.insert(name).inserted, ["content-length", "host", "transfer-encoding"].contains(name) {
            throw .malformed("the header field \(name) is repeated")
        }
        request.headers[name] = (request.headers[name].map { $0 + ", " } ?? "") + Self.text(value)
    }

    private mutating func readBody(limit: Int) throws(RequestRefusal) {
        if let coding = request.headers["transfer-encoding"] {
            guard coding.lowercased() == "chunked" else {
                throw RequestRefusal(status: 501, message: "the only transfer encoding is chunked")
            }
            guard request.headers["content-length"] == nil else {
                throw .malformed("a request has either a length or chunks")
            }
            body = .chunks
        } else if let text = request.headers["content-length"] {
            guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw .malformed("content-length is not a number of bytes")
            }
            guard let length = Int(text), length <= limit else {
                throw RequestRefusal(status: 413, message: "the body is longer than \(limit) bytes")
            }
            body = .length(length)
        }
    }

    private mutating func readConnection() throws(RequestRefusal) {
        guard !request.readsChunks || request.headers["host"] != nil else {
            throw .malformed("the header field host is missing")
        }
        let connection = request.headers["connection"]?.lowercased() ?? ""
        request.keepsAlive = request.readsChunks ? !connection.contains("close") : connection.contains("keep-alive")
        guard let expectation = request.headers["expect"] else { return }
        guard expectation.lowercased() == "100-continue" else {
            throw RequestRefusal(status: 417, message: "the only expectation is 100-continue")
        }
        expectsContinue = body != .length(0)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    private static func isToken(_ byte: UInt8) -> Bool {
        isVisible(byte) && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
    }
}
