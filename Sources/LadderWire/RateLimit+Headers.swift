public import LadderCore

extension RateLimit {
    /// The rate limits a response's headers tell, sorted by name.
    ///
    /// OpenAI's form (`x-ratelimit-remaining-tokens`, resets like `6m0s` or in seconds) and Anthropic's
    /// (`anthropic-ratelimit-tokens-remaining`, resets in RFC 3339) are read, with whatever is limited: `requests`,
    /// `tokens`, `input-tokens`, … Negative counts, limits of nothing and resets more than 31 days away count as absent;
    /// a limit without anything known is left out.
    ///
    /// - Parameters:
    ///   - headers: the response's headers; upper and lower case are the same.
    ///   - runtime: whose calendar turns waits into times.
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

    /// `x-ratelimit-reset-tokens` and `anthropic-ratelimit-tokens-reset` are both (reset, tokens).
    private static func field(of header: String) -> (Field, String)? {
        guard header.utf8.count <= 96 else { return nil }
        for field in Field.allCases {
            let prefix = "x-ratelimit-\(field.rawValue)-"
            if header.hasPrefix(prefix) { return named(field, header.dropFirst(prefix.count)) }
            let suffix = "-\(field.rawValue)"
            if header.hasPrefix(anthropic), header.hasSuffix(suffix) {
                return named(field, header.dropFirst(anthropic.count).dropLast(suffix.count))
            }
        }
        return nil
    }

    private static let anthropic = "anthropic-ratelimit-"

    private static func named(_ field: Field, _ name: Substring) -> (Field, String)? {
        name.isEmpty ? nil : (field, String(name))
    }

    private static func time(_ text: String, now: WallTime) -> WallTime? {
        if let wait = FailureEvidence.number(text, unit: 1_000_000_000) ?? DurationText.parse(text) {
            return FailureEvidence.sensible(wait).map { now + $0 }
        }
        guard let time = RFC3339.parse(text), time - now <= FailureEvidence.longestWait else { return nil }
        return time
    }
}
