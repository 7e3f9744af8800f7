import LadderCore
import LadderJSON

/// How the thinking of a model is controlled.
enum GeminiThinking: Hashable {
    /// A level of thinking, from the least.
    enum Level: String, CaseIterable, Comparable {
        case minimal
        case low
        case medium
        case high

        static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

        /// The number of tokens for models that want one.
        var budget: Int {
            switch self {
            case .minimal: 512
            case .low: 1_024
            case .medium: 8_192
            case .high: 24_576
            }
        }
    }

    /// The model does not think, and refuses to be asked to.
    case never
    /// By a number of tokens.
    case budget(ClosedRange<Int>, canBeOff: Bool, isOffByDefault: Bool = false)
    /// By one of these levels.
    case levels([Level])
    /// Not known: nothing is sent unless the request asks for an effort.
    case unknown

    /// Whether a model thinks when it is asked with this effort.
    func isOn(effort: ReasoningEffort?) -> Bool {
        switch self {
        case .never, .unknown: false
        case .levels: true
        case .budget(_, let canBeOff, let isOffByDefault):
            effort.map { $0 != .none || !canBeOff } ?? !isOffByDefault
        }
    }

    /// Returns the fields of `thinkingConfig` for an effort, and what of it the model does not have.
    func fields(for effort: ReasoningEffort) -> (fields: [String: JSONValue], note: String?) {
        guard effort == .none || Level(rawValue: effort.rawValue) != nil else {
            return ([:], "Gemini has no reasoning effort of this name; it is left out")
        }
        let level = Level(rawValue: effort.rawValue)
        switch self {
        case .never:
            return ([:], level == nil ? nil : "the model does not think; the reasoning effort is left out")
        case .unknown:
            return (["thinkingBudget": .integer(level?.budget ?? 0)], nil)
        case .budget(let range, let canBeOff, _):
            guard let level else {
                return canBeOff
                    ? (["thinkingBudget": 0], nil)
                    : (["thinkingBudget": .integer(range.lowerBound)], "the model always thinks; it thinks little")
            }
            return (["thinkingBudget": .integer(min(max(level.budget, range.lowerBound), range.upperBound))], nil)
        case .levels(let levels):
            let asked = level ?? .minimal
            let nearest = levels.first { $0 >= asked } ?? levels.last ?? .high
            let note = nearest == level ? nil : "the model has no reasoning effort \(effort); it gets \(nearest)"
            return (["thinkingLevel": .string(nearest.rawValue.uppercased())], note)
        }
    }
}
