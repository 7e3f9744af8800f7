/// Round numbers for the top of an axis.
enum NiceScale {
    /// Returns the smallest of 1, 2, 4, 5, 6, 8 and 10 times a power of ten that is not below a positive number.
    static func top(for number: Double) -> Double {
        var unit = 1.0
        while unit * 10 < number { unit *= 10 }
        while unit > number { unit /= 10 }
        return [1, 2, 4, 5, 6, 8, 10].map { $0 * unit }.first { $0 >= number * 0.999_999 } ?? 10 * unit
    }
}
