extension JSONParser {
    /// Reads a number; its sign or first digit is next.
    mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var mantissa = Mantissa()
        let firstDigit = peek()
        guard digits(into: &mantissa) > 0 else { throw error("expected a digit") }
        if firstDigit == UInt8(ascii: "0"), position - start > (isNegative ? 2 : 1) {
            throw error("a number may not begin with 0", at: start)
        }
        if peek() != UInt8(ascii: "."), peek().map({ $0 | 0x20 }) != UInt8(ascii: "e") {
            if let integer = mantissa.integer(isNegative: isNegative) { return .integer(integer) }
        }
        var exponent = 0
        if peek() == UInt8(ascii: ".") {
            position += 1
            let count = digits(into: &mantissa)
            guard count > 0 else { throw error("expected a digit after the point") }
            exponent = -count
        }
        if let letter = peek(), letter | 0x20 == UInt8(ascii: "e") {
            position += 1
            exponent += try exponentDigits()
        }
        if let number = mantissa.double(exponent: exponent, isNegative: isNegative) { return .number(number) }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        guard let number = Double(text), number.isFinite else { throw error("the number is too large", at: start) }
        return .number(number)
    }

    private mutating func digits(into mantissa: inout Mantissa) -> Int {
        let start = position
        while let byte = peek(), byte &- UInt8(ascii: "0") < 10 {
            mantissa.append(byte &- UInt8(ascii: "0"))
            position += 1
        }
        return position - start
    }

    /// The exponent, or a number beyond every double's when there are too many digits.
    private mutating func exponentDigits() throws(JSONError) -> Int {
        let isNegative = peek() == UInt8(ascii: "-")
        if isNegative || peek() == UInt8(ascii: "+") { position += 1 }
        let start = position
        var exponent = 0
        while let byte = peek(), byte &- UInt8(ascii: "0") < 10 {
            exponent = min(exponent * 10 + Int(byte &- UInt8(ascii: "0")), 100_000)
            position += 1
        }
        guard position > start else { throw error("expected a digit in the exponent") }
        return isNegative ? -exponent : exponent
    }
}

/// The digits of a number without its point, as far as they fit.
private struct Mantissa {
    var value: UInt64 = 0
    var isExact = true

    @inline(__always)
    mutating func append(_ digit: UInt8) {
        let (tenfold, first) = value.multipliedReportingOverflow(by: 10)
        let (sum, second) = tenfold.addingReportingOverflow(UInt64(digit))
        if first || second { isExact = false } else { value = sum }
    }

    /// The whole number, unless it does not fit or is `-0`, which only a floating-point number can hold.
    func integer(isNegative: Bool) -> Int? {
        guard isExact else { return nil }
        if !isNegative { return Int(exactly: value) }
        if value == 0 { return nil }
        return value == Int.min.magnitude ? .min : Int(exactly: value).map { -$0 }
    }

    /// The number, where one multiplication or division of exact doubles gives the correctly rounded result.
    func double(exponent: Int, isNegative: Bool) -> Double? {
        guard isExact, value < 1 << 53, -22...22 ~= exponent else { return nil }
        let exact = Double(value)
        let magnitude = exponent < 0 ? exact / Self.powers[-exponent] : exact * Self.powers[exponent]
        return isNegative ? -magnitude : magnitude
    }

    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
