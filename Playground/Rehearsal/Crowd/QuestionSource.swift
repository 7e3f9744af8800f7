import Ladder
import LadderTesting

/// Draws questions: new ones, repeated ones, earlier ones in other words, and such that have a written answer.
struct QuestionSource {
    private let crowd: Crowd
    private var meanings = 0
    /// The newest questions, among which repetitions are drawn: a meaning and the wording in which it was asked.
    private var recent: [(meaning: Int, wording: Int)] = []

    /// The number of questions from which repetitions are drawn.
    private static let memory = 2_000

    /// What people write around a question. Each makes another request, for which a cache has no answer yet.
    static let greetings = ["", "Hello, ", "Hi, ", "Please: ", "Hey, "]
    static let endings = ["", " Please.", " Thank you.", " Thanks!", " ..."]

    init(crowd: Crowd) {
        self.crowd = crowd
    }

    mutating func draw(_ random: inout SeededRandom) -> (text: String, meaning: Int) {
        let draw = random.uniform()
        var bound = crowd.popular
        if draw < bound { return (crowd.theme.question(0, wording: 0), 0) }
        bound += crowd.written
        if draw < bound { return written(&random) }
        bound += crowd.repeated
        if draw < bound, !recent.isEmpty {
            let earlier = recent[below(recent.count, &random)]
            return (crowd.theme.question(earlier.meaning, wording: earlier.wording), earlier.meaning)
        }
        bound += crowd.reworded
        if draw < bound, !recent.isEmpty {
            let earlier = recent[below(recent.count, &random)]
            let other = 1 + below(QuestionTheme.wordings - 1, &random)
            let wording = (earlier.wording + other) % QuestionTheme.wordings
            return (crowd.theme.question(earlier.meaning, wording: wording), earlier.meaning)
        }
        return new(&random)
    }

    /// Returns a question that was not asked before.
    mutating func new(_ random: inout SeededRandom) -> (text: String, meaning: Int) {
        meanings += 1
        let question = (meaning: meanings, wording: below(QuestionTheme.wordings, &random))
        if recent.count < Self.memory { recent.append(question) } else { recent[meanings % Self.memory] = question }
        return (crowd.theme.question(question.meaning, wording: question.wording), question.meaning)
    }

    private func written(_ random: inout SeededRandom) -> (text: String, meaning: Int) {
        let entries = crowd.theme.writtenAnswers
        let entry = below(entries.count, &random)
        let phrasing = entries[entry].phrasings[below(entries[entry].phrasings.count, &random)]
        let (greeting, ending) = (
            Self.greetings[below(Self.greetings.count, &random)], Self.endings[below(Self.endings.count, &random)]
        )
        return (greeting + phrasing + ending, -1 - entry)
    }

    private func below(_ count: Int, _ random: inout SeededRandom) -> Int { Int(random.uniform() * Double(count)) }
}
