extension PriceBook {
    /// The name before a `-2024-08-06`, `-20250929` or `@20250929` at its end, nil when there is no such date.
    static func nameWithoutDate(_ model: String) -> String? {
        let bytes = Array(model.utf8)
        if let name = cut(
            11, from: bytes, separator: "-",
            date: { date in
                guard date[4] == UInt8(ascii: "-"), date[7] == UInt8(ascii: "-") else { return nil }
                return Array(date[..<4] + date[5..<7] + date[8...])
            })
        {
            return name
        }
        return cut(9, from: bytes, separator: "-", date: { $0 }) ?? cut(9, from: bytes, separator: "@", date: { $0 })
    }

    private static func cut(
        _ count: Int, from name: [UInt8], separator: Unicode.Scalar, date: ([UInt8]) -> [UInt8]?
    ) -> String? {
        guard name.count > count, name[name.count - count] == UInt8(ascii: separator),
            let digits = date(Array(name.suffix(count - 1))), digits.count == 8,
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard 2020...2099 ~= number / 10_000, 1...12 ~= number / 100 % 100, 1...31 ~= number % 100 else { return nil }
        return String(decoding: name.dropLast(count), as: UTF8.self)
    }
}
