/// A duration in its stored form: seconds as decimal text, such as `1.5`.
///
/// It is text because a floating-point number does not hold every duration exactly.
struct EncodedSeconds: Codable, Equatable {
    let duration: Duration

    private static let attosecondsPerSecond: Int128 = 1_000_000_000_000_000_000

    init(_ duration: Duration) {
        self.duration = duration
    }

    var text: String {
        let (seconds, rest) = duration.attoseconds.magnitude.quotientAndRemainder(
            dividingBy: Self.attosecondsPerSecond.magnitude)
        let sign = duration < .zero ? "-" : ""
        guard rest > 0 else { return "\(sign)\(seconds)" }
        var fraction = String(rest)
        fraction = String(repeating: "0", count: 18 - fraction.count) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return "\(sign)\(seconds).\(fraction)"
    }

    init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1] : "0"
        guard 1...2 ~= parts.count, 1...21 ~= parts[0].utf8.count, 1...18 ~= fraction.utf8.count else { return nil }
        let digits = parts[0] + fraction + String(repeating: "0", count: 18 - fraction.utf8.count)
        guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            let attoseconds = Int128((isNegative ? "-" : "") + digits)
        else { return nil }
        duration = Duration(attoseconds: attoseconds)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected seconds such as 1.5")
        }
        self = value
    }
}
