/// The epochs of several stores under one number, for the latest few thousand combinations.
struct EpochHistory {
    /// The number of combinations that are kept at least; up to twice as many are.
    static let length = 2_048

    private var combinations: [[UInt64?]] = []
    private var firstNumber: UInt64 = 1

    /// Returns the number of a combination, in which nil stands for a store whose epoch is unknown.
    mutating func number(of epochs: [UInt64?]) -> UInt64 {
        if combinations.last != epochs {
            if combinations.count >= 2 * EpochHistory.length {
                combinations.removeFirst(EpochHistory.length)
                firstNumber += UInt64(EpochHistory.length)
            }
            combinations.append(epochs)
        }
        return firstNumber + UInt64(combinations.count) - 1
    }

    /// Returns the combination with this number; nil when it is too old or was never there.
    func epochs(of number: UInt64) -> [UInt64?]? {
        guard number >= firstNumber, number - firstNumber < UInt64(combinations.count) else { return nil }
        return combinations[Int(number - firstNumber)]
    }
}
