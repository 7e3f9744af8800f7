import LadderCore

extension Runtime {
    /// Draws a duration, uniformly from the range.
    func uniformDuration(in range: ClosedRange<Duration>) -> Duration {
        let lower = range.lowerBound.clampedNanoseconds
        let span = range.upperBound.clampedNanoseconds.saturatingSubtracting(lower)
        return .nanoseconds(lower.saturatingAdding(Int64(Double(span) * uniform() * 0.999_999)))
    }
}
