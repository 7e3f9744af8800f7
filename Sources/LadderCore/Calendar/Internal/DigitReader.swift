/// A reader of the ASCII bytes of a short text.
struct DigitReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Creates a reader; nil if the text is longer than `count` bytes.
    init?(_ text: some StringProtocol, atMost count: Int = 64) {
        bytes = Array(text.utf8.prefix(count + 1))
        if bytes.count > count { return nil }
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Reads exactly `count` digits as a number.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// Reads the next byte if it is a digit.
    mutating func digit() -> UInt8? {
        guard position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 else { return nil }
        position += 1
        return bytes[position - 1] - UInt8(ascii: "0")
    }

    /// Skips `text` if it comes next, and returns whether it does.
    mutating func skip(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    /// Skips the first of `texts` that comes next, and returns its index.
    mutating func skip(oneOf texts: [String]) -> Int? {
        for (index, text) in texts.enumerated() where skip(text) { return index }
        return nil
    }

    /// Reads digits as a fraction of 1 and returns it in billionths; what is finer is dropped.
    mutating func billionths() -> Int? {
        guard let first = digit() else { return nil }
        var value = Int(first) * 100_000_000
        var weight = 10_000_000
        while let digit = digit() {
            value += Int(digit) * weight
            weight /= 10
        }
        return value
    }
}
