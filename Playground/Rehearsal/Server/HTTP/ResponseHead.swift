/// The status line and the header fields of an answer.
struct ResponseHead {
    let status: Int
    var fields: [String: String]
    let keepsAlive: Bool

    var bytes: [UInt8] {
        let common = [
            "connection": keepsAlive ? "keep-alive" : "close", "cache-control": "no-store",
            "x-content-type-options": "nosniff",
        ]
        let lines = common.merging(fields) { _, own in own }.sorted { $0.key < $1.key }
            .map { "\($0.key): \(Self.safe($0.value))\r\n" }
        return Array("HTTP/1.1 \(status) \(Self.reason(status))\r\n\(lines.joined())\r\n".utf8)
    }

    /// Returns a value without the characters that would end its line.
    private static func safe(_ value: String) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? $0 : "?" }))
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 408: "Request Timeout"
        case 413: "Content Too Large"
        case 417: "Expectation Failed"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        default: "Status"
        }
    }
}
