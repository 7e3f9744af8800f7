import LadderCore

extension ReasoningEffort {
    /// The tokens that a model with a budget may think.
    var budget: Int {
        switch self {
        case .minimal: 1_024
        case .low: 2_048
        case .medium: 8_192
        case .high: 24_576
        default: 32_768
        }
    }
}
