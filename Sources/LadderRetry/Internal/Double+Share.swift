extension Double {
    /// The number clamped to 0…1; zero if it is not a number.
    var clampedShare: Double { self > 0 ? Swift.min(self, 1) : 0 }

    /// The power with a whole exponent, by squaring: the exponent may be any number of attempts.
    func raised(to exponent: Int) -> Double {
        var result = 1.0
        var power = self
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result *= power }
            power *= power
            rest >>= 1
        }
        return result
    }
}
