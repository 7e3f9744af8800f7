import LadderCore
import LadderJSON

extension ValueFormat<Duration> {
    /// A duration as text, or as a number of seconds.
    static var duration: Self {
        Self(
            "a duration such as \"500ms\", \"10s\" or \"2m\", or a number of seconds",
            schema: [
                "anyOf": [
                    ["type": "string", "pattern": .string(DurationForm.pattern)], ["type": "number", "minimum": 0],
                ]
            ],
            read: { DurationForm.duration(of: $0) }, write: { .string(DurationForm.text(of: $0)) })
    }
}

extension ValueFormat<CacheLifetime> {
    /// The lifetime of a stored answer: a duration, or the name of a usual one.
    static var lifetime: Self {
        let named: [(String, CacheLifetime)] = [
            ("realTime", .realTime), ("stable", .stable), ("static", .static), ("expensive", .expensive),
            ("unlimited", .unlimited),
        ]
        let names = named.map { JSONValue.string($0.0) }
        return Self(
            names.map(\.text).joined(separator: ", ") + ", or " + ValueFormat<Duration>.duration.allowed,
            schema: ["anyOf": [["enum": .array(names)], ValueFormat<Duration>.duration.schema]],
            read: { json in
                named.first { .string($0.0) == json }?.1 ?? DurationForm.duration(of: json).map { CacheLifetime($0) }
            },
            write: { $0.duration.map { .string(DurationForm.text(of: $0)) } ?? "unlimited" })
    }
}

/// The texts and numbers that stand for durations.
enum DurationForm {
    static let pattern = #"^(0|([0-9]+(\.[0-9]+)?(d|h|ms|m|s|us|µs|μs|ns))+)$"#

    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("d", 86_400_000_000_000), ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000),
        ("ms", 1_000_000), ("us", 1_000),
    ]

    /// Returns the duration of a text such as `1m30s` or of a number of seconds, in whole nanoseconds.
    static func duration(of json: JSONValue) -> Duration? {
        if let text = json.string { return DurationText.parse(text) }
        guard let seconds = json.double, seconds >= 0 else { return nil }
        guard seconds <= DurationText.maximum.inSeconds else { return nil }
        return .nanoseconds(Int64((seconds * 1e9).rounded()))
    }

    /// Returns the text of a duration in the largest unit of which it is a whole number: `90s`, `2m`.
    static func text(of duration: Duration) -> String {
        let nanoseconds = duration.clampedNanoseconds
        if nanoseconds == 0 { return "0s" }
        let unit = units.first { nanoseconds % $0.nanoseconds == 0 } ?? ("ns", 1)
        return "\(nanoseconds / unit.nanoseconds)\(unit.name)"
    }
}
