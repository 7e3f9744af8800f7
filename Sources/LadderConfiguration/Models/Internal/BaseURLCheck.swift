/// The rule of which base URLs may stand in a configuration.
enum BaseURLCheck {
    /// Returns what is wrong with a base URL; nil if nothing is.
    ///
    /// The URL is not quoted where it may hold a password or a key.
    static func problem(with url: String) -> String? {
        if url.contains("@") || url.contains("?") || url.contains("#") {
            return "the baseURL has a user, a query or a fragment, where keys leak; give the key as key"
        }
        let rest = ["https://", "http://"].first { url.hasPrefix($0) }.map { url.dropFirst($0.count) }
        guard let rest, let first = rest.utf8.first, first != UInt8(ascii: "/"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else {
            return "the baseURL \"\(url.prefix(80))\" is not a URL; expected one such as \"http://localhost:8000/v1\""
        }
        return nil
    }
}
