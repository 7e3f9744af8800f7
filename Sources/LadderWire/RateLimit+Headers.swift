public import LadderCore

extension RateLimit {
    /// Returns the rate limits that a response's headers state, sorted by name.
    ///
    /// It reads OpenAI's form (`x-ratelimit-remaining-tokens`, resets like `6m0s` or in seconds) and Anthropic's
    /// (`anthropic-ratelimit-tokens-remaining`, resets in RFC 3339), with whatever is limited: `requests`, `tokens`,
    /// `input-tokens`, … Negative counts, limits of nothing and resets more than 31 days away count as absent; a limit
    /// without anything known is left out.
    ///
    /// - Parameters:
    ///   - headers: The response's headers. Upper and lower case are the same.
    ///   - runtime: The runtime whose calendar turns waits into times.
    public static func reading(headers: [String: String], runtime: Runtime = .live) -> [RateLimit] {
        reading(HeaderFields(headers), now: runtime.wallNow)
    }

    static func reading(_ headers: HeaderFields, now: WallTime) -> [RateLimit] {
        var limits: [String: RateLimit] = [:]
        for header in headers.names {
            guard let (field, name) = field(of: header), let text = headers[header] else { continue }
            guard limits[name] != nil || limits.count < mostLimits else { continue }
            var limit = limits[name] ?? RateLimit(name: name)
            switch field {
            case .limit: limit.limit = limit.limit ?? Int(text).flatMap { $0 > 0 ? $0 : nil }
            case .remaining: limit.remaining = limit.remaining ?? Int(text).flatMap { $0 >= 0 ? $0 : nil }
            case .reset: limit.resets = limit.resets ?? time(text, now: now)
            }
            limits[name] = limit
        }
        return limits.values
            .filter { $0.limit != nil || $0.remaining != nil || $0.resets != nil }
            .sorted { $0.name < $1.name }
    }

    private enum Field: String, CaseIterable {
        case limit
        case remaining
        case reset
    }

    private static let mostLimits = 16

    /// `x-ratelimit-reset-tokens` and `anthropic-ratelimit-tokens-reset` both mean (reset, tokens).
    private static func field(of header: String) -> (Field, String)? {
        guard header.utf8.count <= 96 else { return nil }
        for field in Field.allCases {
            let prefix = "x-ratelimit-\(field.rawValue)-"
            if header.hasPrefix(prefix) { return named(header.dropFirst(prefix.count), as: field) }
            let suffix = "-\(field.rawValue)"
            if header.hasPrefix(anthropic), header.hasSuffix(suffix) {
                return named(header.dropFirst(anthropic.count).dropLast(suffix.count), as: field)
            }
        }
        return nil
    }

    private static let anthropic = "anthropic-ratelimit-"

    private static func named(_ name: Substring, as field: Field) -> (Field, String)? {
        name.isEmpty ? nil : (field, String(name))
    }

    private static func time(_ text: String, now: WallTime) -> WallTime? {
        if let wait = CredibleWait.parse(text, unit: .seconds(1)) ?? DurationText.parse(text) {
            return CredibleWait.checked(wait).map { now + $0 }
        }
        guard let time = RFC3339.parse(text), time - now <= ChatError.longestCredibleWait else { return nil }
        return time
    }
}
