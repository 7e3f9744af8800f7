/// One sentence of apology, and how it goes when it is known how long to wait.
///
/// ```swift
/// let busy = Apology("We are busy.", withWait: "We are busy. Please come back in {wait}.")
/// ```
///
/// In `withWait`, `{wait}` becomes a rounded duration such as `about 40 seconds`, and `{moment}` the time it ends, such as
/// `2026-01-01 00:00 UTC`. It is used only when the failure says how long: no number is ever made up.
public struct Apology: Hashable, Sendable, ExpressibleByStringLiteral {
    /// What is said when nobody knows how long it takes.
    public var text: String

    /// What is said when the failure tells how long it takes; `nil` says `text` then too.
    public var withWait: String?

    /// A sentence.
    public init(_ text: String, withWait: String? = nil) {
        self.text = text
        self.withWait = withWait
    }

    /// A sentence without a number.
    public init(stringLiteral text: String) {
        self.init(text)
    }

    static let placeholders = ["{wait}", "{moment}"]

    func filled(_ facts: ApologyFacts, _ words: DurationWords) -> String {
        guard let withWait, let wait = facts.wait, let moment = facts.moment else { return text }
        return withWait.replacing("{wait}", with: words.text(wait)).replacing("{moment}", with: MomentText.minute(moment))
    }

    func problems(_ place: String) -> [String] {
        var problems: [String] = []
        if text.allSatisfy(\.isWhitespace) { problems.append("\(place) is empty") }
        if let missing = Self.placeholders.first(where: { text.contains($0) }) {
            problems.append("\(place) has \(missing), which may be unknown; write that sentence as withWait")
        }
        if let withWait, !Self.placeholders.contains(where: { withWait.contains($0) }) {
            problems.append("\(place).withWait has neither {wait} nor {moment}")
        }
        return problems
    }
}
