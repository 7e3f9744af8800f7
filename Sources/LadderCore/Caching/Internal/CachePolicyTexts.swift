extension CacheLifetime {
    /// The time in a few characters, or `unlimited`.
    package var text: String { duration?.shortText ?? "unlimited" }

    /// The longest lifetime of a policy.
    package static let longestDuration = Duration.seconds(10 * 366 * 86_400)
}

extension [String: CacheLifetime] {
    /// The lifetimes with their features, sorted.
    package var text: String {
        sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }.joined(separator: ", ")
    }
}

extension CacheAdmission {
    /// The rule in a few words.
    package var text: String {
        let levels = levels.sorted().map(\.rawValue).joined(separator: ", ")
        let temperature = maximumTemperature.map { "up to temperature \($0)" } ?? "at any temperature"
        return "\(levels), \(temperature), \(storesToolCalls ? "with" : "without") tools"
    }
}

extension [ChatError.KindName: Bool] {
    /// The kinds of failures for which a cache serves a stale answer although the error table says otherwise, or the
    /// other way round; empty where none differs.
    package var staleServiceText: String {
        filter { $0.value != $0.key.exampleKind.rules.servesStale }
            .sorted { $0.key < $1.key }
            .map { "\($0.key.rawValue) \($0.value ? "serves stale" : "throws")" }
            .joined(separator: ", ")
    }
}

extension OptionChecks {
    /// Requires that every lifetime of a cache is in range.
    package mutating func require(lifetime: CacheLifetime, byFeature lifetimes: [String: CacheLifetime]) {
        require("lifetime", lifetime: lifetime)
        for (feature, lifetime) in lifetimes.sorted(by: { $0.key < $1.key }) {
            require("featureLifetimes[\"\(feature)\"]", lifetime: lifetime)
        }
    }

    private mutating func require(_ name: String, lifetime: CacheLifetime) {
        guard let duration = lifetime.duration else { return }
        require(name, value: duration, in: .milliseconds(1)...CacheLifetime.longestDuration)
    }
}
