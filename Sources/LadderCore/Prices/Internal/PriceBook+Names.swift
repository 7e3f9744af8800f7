extension PriceBook {
    /// The name before a `-2024-08-06`, `-20250929` or `@20250929` at its end, nil when there is no such date.
    static func nameWithoutDate(_ model: String) -> String? {
        var model = model
        let count = model.withUTF8 { lengthOfDate(endOf: $0) }
        return count == 0 ? nil : String(model.utf8.dropLast(count))
    }

    /// How many bytes the date at the end takes with its separator, 0 when there is none or nothing before it.
    private static func lengthOfDate(endOf name: UnsafeBufferPointer<UInt8>) -> Int {
        func holds(_ position: Int, _ byte: Unicode.Scalar) -> Bool { name[position] == UInt8(ascii: byte) }
        let long = name.count - 11
        if long > 0, holds(long, "-"), holds(long + 5, "-"), holds(long + 8, "-") {
            return isDate(name, year: long + 1, month: long + 6, day: long + 9) ? 11 : 0
        }
        let short = name.count - 9
        if short > 0, holds(short, "-") || holds(short, "@") {
            return isDate(name, year: short + 1, month: short + 5, day: short + 7) ? 9 : 0
        }
        return 0
    }

    private static func isDate(_ name: UnsafeBufferPointer<UInt8>, year: Int, month: Int, day: Int) -> Bool {
        func number(_ position: Int, digits: Int) -> Int? {
            var value = 0
            for byte in name[position..<position + digits] {
                guard case let digit = byte &- UInt8(ascii: "0"), digit < 10 else { return nil }
                value = value * 10 + Int(digit)
            }
            return value
        }
        guard let year = number(year, digits: 4), let month = number(month, digits: 2),
            let day = number(day, digits: 2)
        else { return false }
        return 2020...2099 ~= year && 1...12 ~= month && 1...31 ~= day
    }
}
