import LadderCore

/// The keys of a store. Keys that one script uses have the same part in braces, so that a cluster keeps them together.
struct RedisKeys: Sendable {
    let prefix: String

    /// A hash with the number of invalidations and the last one of each group.
    var invalidations: String { "\(prefix):invalidations" }

    /// The key of an entry.
    func answer(of key: CacheKey) -> String { name("answer", of: key) }

    /// The key of the claim of an answer.
    func claim(of key: CacheKey) -> String { name("claim", of: key) }

    /// Returns the digest in the key of an entry.
    static func digest(in answer: String) -> SHA256Digest? {
        guard let start = answer.lastIndex(of: "{"), answer.hasSuffix("}") else { return nil }
        return SHA256Digest(hexadecimal: String(answer[answer.index(after: start)...].dropLast()))
    }

    /// The keys of a listing: the answers in the order in which they were written, and the numbers of that order.
    func listing(of namespace: String) -> [String] {
        let name = "\(prefix):{\(Self.readable(namespace))}:written"
        return [name, name + ":numbers"]
    }

    private func name(_ kind: String, of key: CacheKey) -> String {
        "\(prefix):\(Self.readable(key.namespace)):\(kind):{\(key.digest)}"
    }

    /// Returns a name with all other characters than letters, digits, dots, lines and dashes replaced by their codes.
    static func readable(_ name: String) -> String {
        if name.isEmpty { return "default" }
        var text = ""
        for scalar in name.unicodeScalars {
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar))
            text += isPlain ? String(scalar) : "%" + String(scalar.value, radix: 16)
        }
        return text
    }
}
