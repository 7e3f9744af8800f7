import Ladder

/// What a crowd asks about: subjects, properties of them, and the questions for which an answer is written.
package enum QuestionTheme: String, Hashable, Sendable, CaseIterable {
    /// The help desk of a shop for outdoor equipment.
    case shop
    /// A company whose students ask about their lessons.
    case school

    /// The number of ways in which a question can be asked.
    static let wordings = 5

    /// Returns the question of a meaning in one of its wordings. All meanings are different.
    func question(_ meaning: Int, wording: Int) -> String {
        let subject = subjects[meaning % subjects.count]
        let rest = meaning / subjects.count
        let property = properties[rest % properties.count]
        let number = rest / properties.count
        let about = "the \(property) of \(subject)" + (number == 0 ? "" : ", \(place) \(number)")
        switch wording {
        case 0: return "What is \(about)?"
        case 1: return "Can you tell me \(about)?"
        case 2: return "Please explain \(about)."
        case 3: return "I would like to know \(about)."
        default: return "\(about), please"
        }
    }

    /// Returns the beginning of a simulated answer, which names the model and the question.
    func opening(of question: String, by model: String) -> String { "Answer of \"\(model)\" to: \(question)" }

    private var subjects: [String] {
        switch self {
        case .shop:
            [
                "the blue tent", "the sleeping bag", "the hiking boots", "the gas stove", "the rain jacket",
                "the climbing rope", "the head torch", "the folding chair", "the water filter", "the rucksack",
                "the camping lamp", "the snow shoes", "the cool box",
            ]
        case .school:
            [
                "photosynthesis", "the French Revolution", "the theorem of Pythagoras", "the water cycle",
                "the periodic table", "the human heart", "the Roman Republic", "a linear equation", "plate tectonics",
                "the solar system", "the passive voice", "an electric circuit", "cell division", "the Cold War",
                "a chemical bond", "the food chain", "a sonnet",
            ]
        }
    }

    private var properties: [String] {
        switch self {
        case .shop:
            [
                "price", "weight", "size", "colour", "warranty", "material", "delivery time", "washing temperature",
                "packed length", "country of origin", "return period",
            ]
        case .school:
            [
                "definition", "history", "purpose", "main idea", "structure", "discovery", "importance", "meaning",
                "order of steps", "best example", "cause", "effect", "summary",
            ]
        }
    }

    private var place: String {
        switch self {
        case .shop: "article"
        case .school: "exercise"
        }
    }
}
