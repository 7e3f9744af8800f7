extension PriceBook {
    /// Returns the price of the first of the names of a model that is in the book, the most exact name first.
    func priceUnderOtherNames(of model: String) -> ModelPrice? {
        var name = model
        // Real names have at most six prefixes. The bound keeps a hostile name from costing quadratic time.
        for _ in 0..<8 {
            if let price = priceOfRelease(name) { return price }
            guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else {
                return Self.namesInBedrock(name).lazy.compactMap { priceOfRelease($0) }.first
            }
            name = String(name[name.index(after: slash)...])
        }
        return nil
    }

    private func priceOfRelease(_ name: String) -> ModelPrice? {
        prices[name] ?? Self.nameWithoutDate(name).flatMap { prices[$0] }
    }

    /// Returns the name before a `-2024-08-06`, `-20250929` or `@20250929` at its end, or nil when it has none.
    private static func nameWithoutDate(_ name: String) -> String? {
        for form in ["-0000-00-00", "-00000000", "@00000000"] where name.utf8.count > form.utf8.count {
            let ending = name.utf8.suffix(form.utf8.count)
            let hasForm = zip(ending, form.utf8).allSatisfy { byte, expected in
                expected == UInt8(ascii: "0") ? isDigit(byte) : byte == expected
            }
            guard hasForm else { continue }
            let date = ending.lazy.filter(isDigit).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            if isDate(date) { return String(decoding: name.utf8.dropLast(form.utf8.count), as: UTF8.self) }
        }
        return nil
    }

    /// Returns the names without a vendor in front and without a version at the end, which Amazon Bedrock adds:
    /// `us.anthropic.claude-sonnet-4-5-20250929-v1:0`.
    private static func namesInBedrock(_ name: String) -> [String] {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let vendor = parts.prefix(2).firstIndex(where: { bedrockVendors.contains(String($0)) }) else { return [] }
        let plain = parts[(vendor + 1)...].joined(separator: ".")
        return [plain, nameWithoutVersion(plain)].compactMap(\.self)
    }

    /// Returns the name before a `-v1` or `-v1:0` at its end, or nil when it has none.
    private static func nameWithoutVersion(_ name: String) -> String? {
        guard let hyphen = name.lastIndex(of: "-") else { return nil }
        let version = name[name.index(after: hyphen)...]
        let numbers = version.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard version.first == "v", numbers.count <= 2,
            numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
        else { return nil }
        return String(name[..<hyphen])
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    /// Whether a number such as 20250929 is the date of a release.
    private static func isDate(_ number: Int) -> Bool {
        2020...2099 ~= number / 10_000 && 1...12 ~= number / 100 % 100 && 1...31 ~= number % 100
    }

    private static let bedrockVendors: Set = [
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "google", "meta", "minimax", "mistral", "moonshot",
        "moonshotai", "nvidia", "openai", "qwen", "writer", "xai", "zai",
    ]
}
