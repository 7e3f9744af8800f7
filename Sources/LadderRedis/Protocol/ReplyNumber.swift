/// Reads the numbers in the lines of replies.
enum ReplyNumber {
    /// Returns the integer that the digits say, or nil if they are no integer of 64 bits.
    static func integer(_ digits: ArraySlice<UInt8>) -> Int64? {
        var rest = digits
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest.removeFirst()
        }
        guard !rest.isEmpty, rest.count <= 19 else { return nil }
        // Counted downwards, because the smallest number has no positive counterpart.
        var value: Int64 = 0
        for byte in rest {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (next, overflowedAgain) = shifted.subtractingReportingOverflow(Int64(digit))
            if overflowed || overflowedAgain { return nil }
            value = next
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// Returns whether the text is an optional sign and digits.
    static func isBigNumber(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
        return !rest.isEmpty && rest.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
}
