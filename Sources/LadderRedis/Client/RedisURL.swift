/// The parts of the address of a server.
struct RedisURL {
    let scheme: String
    private(set) var user: String?
    private(set) var password: String?
    /// The host and the port as they are written.
    private let authority: Substring
    /// What follows the host, with its slash.
    let path: String

    /// Splits an address; nil if it has no scheme.
    init?(_ text: String) {
        guard let (scheme, rest) = text.split(before: "://") else { return nil }
        self.scheme = scheme.lowercased()
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        let full = rest[..<end]
        path = String(rest[end...].prefix { $0 != "?" })
        guard let at = full.lastIndex(of: "@") else {
            authority = full
            return
        }
        authority = full[full.index(after: at)...]
        let login = full[..<at]
        let colon = login.firstIndex(of: ":") ?? login.endIndex
        let name = login[..<colon].decoded
        user = name.isEmpty ? nil : name
        password = colon < login.endIndex ? login[login.index(after: colon)...].decoded : nil
    }

    /// The host and the port; nil if they cannot be read.
    var endpoint: (host: String, port: Int)? {
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { return nil }
            let host = authority[authority.index(after: authority.startIndex)..<close]
            let rest = authority[authority.index(after: close)...]
            return Self.endpoint(host: host, port: rest)
        }
        let colon = authority.firstIndex(of: ":") ?? authority.endIndex
        return Self.endpoint(host: authority[..<colon], port: authority[colon...])
    }

    /// The number of the database; nil if it is none.
    var database: Int? {
        let digits = path.dropFirst()
        return digits.isEmpty ? 0 : Int(digits)
    }

    private static func endpoint(host: Substring, port: Substring) -> (host: String, port: Int)? {
        guard !host.isEmpty else { return nil }
        if port.isEmpty { return (String(host), 6_379) }
        guard port.hasPrefix(":"), let number = Int(port.dropFirst()) else { return nil }
        return (String(host), number)
    }
}

extension String {
    fileprivate func split(before separator: String) -> (Substring, Substring)? {
        guard let range = firstRange(of: separator) else { return nil }
        return (self[..<range.lowerBound], self[range.upperBound...])
    }
}

extension Substring {
    /// The text with the characters for `%40` and the like.
    fileprivate var decoded: String {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
