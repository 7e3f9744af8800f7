extension JSONParser {
    /// Reads a number; its sign or first digit is next.
    mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        let isNegative = peek() == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let firstDigit = peek()
        let count = try digits(else: "expected a digit")
        if firstDigit == UInt8(ascii: "0"), count > 1 { throw error("a number may not begin with 0", at: start) }
        var isWhole = true
        if peek() == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            _ = try digits(else: "expected a digit after the point")
        }
        if let letter = peek(), letter | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if let sign = peek(), sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { position += 1 }
            _ = try digits(else: "expected a digit in the exponent")
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        // Only a floating-point number can hold -0.
        if isWhole, let integer = Int(text), !(isNegative && integer == 0) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else { throw error("the number is too large", at: start) }
        return .number(number)
    }

    /// Skips digits and returns their number, which is not 0.
    private mutating func digits(else message: String) throws(JSONError) -> Int {
        let start = position
        while let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
        guard position > start else { throw error(message) }
        return position - start
    }
}
