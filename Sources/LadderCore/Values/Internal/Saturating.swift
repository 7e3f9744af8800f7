// Counts and times from outside can be any number. Sums of them end at the nearest representable number, never in a
// trap.

extension FixedWidthInteger {
    /// Returns the sum, or the nearest representable number.
    package func saturatingAdding(_ other: Self) -> Self {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// Returns the difference, or the nearest representable number.
    package func saturatingSubtracting(_ other: Self) -> Self {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }

    /// Returns the product, or the nearest representable number.
    package func saturatingMultiplied(by other: Self) -> Self {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
    }
}

extension Duration {
    /// The number of whole nanoseconds, clamped to 64 bits (292 years either way).
    package var clampedNanoseconds: Int64 {
        Int64(clamping: attoseconds / 1_000_000_000)
    }

    /// Returns the sum in whole nanoseconds, saturating.
    package func saturatingAdding(_ other: Duration) -> Duration {
        .nanoseconds(clampedNanoseconds.saturatingAdding(other.clampedNanoseconds))
    }

    /// Returns the difference in whole nanoseconds, saturating.
    package func saturatingSubtracting(_ other: Duration) -> Duration {
        .nanoseconds(clampedNanoseconds.saturatingSubtracting(other.clampedNanoseconds))
    }

    /// Returns the duration times a factor in whole nanoseconds, saturating; a factor that is not a number gives zero.
    package func scaled(by factor: Double) -> Duration {
        let nanoseconds = Double(clampedNanoseconds) * factor
        guard !nanoseconds.isNaN else { return .zero }
        if nanoseconds >= 0x1p63 { return .nanoseconds(Int64.max) }
        if nanoseconds <= -0x1p63 { return .nanoseconds(Int64.min) }
        return .nanoseconds(Int64(nanoseconds))
    }
}
