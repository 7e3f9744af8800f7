package import LadderJSON

extension JSONReader {
    /// Returns the duration at this place, and reports one that is missing or malformed.
    ///
    /// Durations are text such as `"1m30s"`, which ``DurationText`` reads. A number without a unit is malformed.
    package func requiredDuration() -> Duration? {
        value == nil ? fail(Self.duration) : optionalDuration()
    }

    /// Returns the duration at this place or nil when it is missing, and reports a malformed one.
    package func optionalDuration() -> Duration? {
        read(Self.duration) { $0.string.flatMap(DurationText.parse) }
    }

    private static let duration = "a duration such as \"1m30s\" or \"250ms\""
}
