extension PriceBook {
    /// Returns the other names under which the price of a model may be found, the most exact one first.
    static func alternativeNames(of model: String) -> [String] {
        var names: [String] = []
        var name = model
        // Real names have at most six prefixes. The bound keeps a hostile name from costing quadratic time.
        for _ in 0..<8 {
            if name != model { names.append(name) }
            names += [nameWithoutDate(name)].compactMap(\.self)
            guard let slash = name.firstIndex(of: "/") else {
                return names + bedrockNames(of: name)
            }
            name = String(name[name.index(after: slash)...])
        }
        return names
    }

    /// Returns the name before a `-2024-08-06`, `-20250929` or `@20250929` at its end, or nil when it has none.
    static func nameWithoutDate(_ name: String) -> String? {
        for form in ["-0000-00-00", "-00000000", "@00000000"] where name.utf8.count > form.utf8.count {
            let ending = name.utf8.suffix(form.utf8.count)
            let hasForm = zip(ending, form.utf8).allSatisfy { byte, expected in
                expected == UInt8(ascii: "0") ? isDigit(byte) : byte == expected
            }
            let digits = String(decoding: ending.filter(isDigit), as: UTF8.self)
            if hasForm, let date = Int(digits), isDate(date) { return String(name.dropLast(form.count)) }
        }
        return nil
    }

    /// Returns the names without a vendor before it and a version behind it, as Amazon Bedrock writes them:
    /// `us.anthropic.claude-sonnet-4-5-20250929-v1:0`.
    private static func bedrockNames(of name: String) -> [String] {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let vendor = parts.prefix(2).firstIndex(where: { bedrockVendors.contains(String($0)) }) else { return [] }
        let plain = parts[(vendor + 1)...].joined(separator: ".")
        return [plain, nameWithoutVersion(plain)].compactMap(\.self)
            .flatMap { [$0, nameWithoutDate($0)].compactMap(\.self) }
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
