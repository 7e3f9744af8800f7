extension RESPParser {
    /// The kinds of strings that have a length.
    enum StringKind {
        case bytes
        case error
        case verbatim
    }

    /// Returns the value of a string.
    static func value(of string: ArraySlice<UInt8>, kind: StringKind) throws(RESPSyntaxError) -> RESPValue {
        switch kind {
        case .bytes: return .bytes(Array(string))
        case .error: return .error(String(decoding: string, as: UTF8.self))
        case .verbatim:
            // Three letters for the format, and a colon.
            guard string.count >= 4, string[string.startIndex + 3] == UInt8(ascii: ":") else {
                throw RESPSyntaxError(message: "a verbatim string has no format")
            }
            return .bytes(Array(string.dropFirst(4)))
        }
    }

    /// Returns the value of a line.
    ///
    /// - Parameters:
    ///   - rest: The line after its first byte.
    ///   - type: Its first byte.
    static func value(of rest: ArraySlice<UInt8>, type: UInt8) throws(RESPSyntaxError) -> RESPValue {
        switch type {
        case UInt8(ascii: "+"): return .text(String(decoding: rest, as: UTF8.self))
        case UInt8(ascii: "-"): return .error(String(decoding: rest, as: UTF8.self))
        case UInt8(ascii: ":"):
            if let number = ReplyNumber.integer(rest) { return .integer(number) }
            throw RESPSyntaxError(message: "an integer is no number of 64 bits")
        case UInt8(ascii: "_"):
            if rest.isEmpty { return .null }
            throw RESPSyntaxError(message: "a null has content")
        case UInt8(ascii: "#"):
            if rest.elementsEqual([UInt8(ascii: "t")]) { return .boolean(true) }
            if rest.elementsEqual([UInt8(ascii: "f")]) { return .boolean(false) }
            throw RESPSyntaxError(message: "a boolean is neither t nor f")
        case UInt8(ascii: ","):
            if let number = Double(String(decoding: rest, as: UTF8.self)) { return .double(number) }
            throw RESPSyntaxError(message: "a floating-point number cannot be read")
        case UInt8(ascii: "("):
            if ReplyNumber.isBigNumber(rest) { return .bigNumber(String(decoding: rest, as: UTF8.self)) }
            throw RESPSyntaxError(message: "a big number is not made of digits")
        default:
            throw RESPSyntaxError(message: "a reply begins with the byte \(type), which stands for no type")
        }
    }
}
