/// A list of sentences about options that are out of range, in one wording for all layers.
///
/// ```
/// var checks = OptionChecks(of: "Retry")
/// checks.require("maximumAttempts", value: maximumAttempts, in: 1...20)
/// return checks.problems  // ["Retry.maximumAttempts is 0; allowed 1…20"]
/// ```
package struct OptionChecks {
    /// One sentence for each option that is out of range, in the order of the checks.
    package private(set) var problems: [String] = []
    private let owner: String

    /// Creates an empty list for the options of a layer or policy.
    package init(of owner: String) {
        self.owner = owner
    }

    /// Reports `option` if its value is not in `range`; NaN is in no range.
    package mutating func require<Value: Comparable>(
        _ option: String, value: Value, in range: ClosedRange<Value>
    ) {
        if !range.contains(value) {
            report(option, value: "\(value)", allowed: "\(range.lowerBound)…\(range.upperBound)")
        }
    }

    /// Reports `option` if its value is a limit that is not positive; nil means no limit.
    package mutating func requirePositive(_ option: String, value: Duration?) {
        if let value, value <= .zero {
            problems.append("\(owner).\(option) is \(value); it must be positive, or nil for no limit")
        }
    }

    /// Reports `option` if its value is not a share above 0 and up to 1.
    package mutating func requireShare(_ option: String, value: Double) {
        if !(value > 0 && value <= 1) { report(option, value: "\(value)", allowed: "above 0, up to 1") }
    }

    /// Reports that an option has a value that is not allowed.
    package mutating func report(_ option: String, value: String, allowed: String) {
        problems.append("\(owner).\(option) is \(value); allowed \(allowed)")
    }

    /// Adds a sentence about a mistake that is no range.
    package mutating func add(_ sentence: String) {
        problems.append(sentence)
    }
}
