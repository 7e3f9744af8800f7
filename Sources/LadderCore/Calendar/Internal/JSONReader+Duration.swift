package import LadderJSON

extension JSONReader {
    /// The duration here; reports when it is missing or none.
    ///
    /// Durations are text such as `"1m30s"`, as ``DurationText`` reads it: a number without a unit says too little.
    package func requiredDuration() -> Duration? {
        value == nil ? fail(Self.duration) : optionalDuration()
    }

    /// The duration here, nil when it is missing.
    package func optionalDuration() -> Duration? {
        read(Self.duration) { $0.string.flatMap(DurationText.parse) }
    }

    private static let duration = "a duration such as \"1m30s\" or \"250ms\""
}
