extension Duration {
    /// The duration in seconds, as a floating-point number.
    ///
    /// ```swift
    /// print(Duration.milliseconds(1_500).inSeconds)  // 1.5
    /// ```
    public var inSeconds: Double {
        // `components` traps where the seconds do not fit 64 bits.
        Double(attoseconds) / 1e18
    }
}
