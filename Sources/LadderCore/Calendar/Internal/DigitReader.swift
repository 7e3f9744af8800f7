/// Walks over the ASCII bytes of a short text.
struct DigitReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Nil for a text that is too long to be what it claims to be.
    init?(_ text: some StringProtocol, atMost count: Int = 64) {
        bytes = Array(text.utf8.prefix(count + 1))
        if bytes.count > count { return nil }
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Exactly `count` digits as a number.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// The next digit, if there is one.
    mutating func digit() -> UInt8? {
        guard position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 else { return nil }
        position += 1
        return bytes[position - 1] - UInt8(ascii: "0")
    }

    /// Takes `text` if it comes next.
    mutating func skip(_ text: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard bytes[position...].starts(with: expected) else { return false }
        position += expected.count
        return true
    }

    /// Takes the first of `texts` that comes next, and tells which it was.
    mutating func skip(oneOf texts: [StaticString]) -> Int? {
        for (index, text) in texts.enumerated() where skip(text) { return index }
        return nil
    }

    /// Digits as a fraction of 1, in billionths; what is finer is dropped.
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
