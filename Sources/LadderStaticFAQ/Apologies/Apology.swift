/// One sentence of apology, with a variant for when it is known how long to wait.
///
/// ```swift
/// let busy = Apology("We are busy.", withWait: "We are busy. Please come back in {wait}.")
/// ```
///
/// In `withWait`, `{wait}` becomes a rounded duration such as `about 40 seconds`, and `{moment}` the time when it
/// ends, such as `2026-01-01 00:00 UTC`. It is used only when the failure names a time: no number is invented.
public struct Apology: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The sentence for a failure that names no time.
    public var text: String

    /// The sentence for a failure that names a time; nil uses `text` then too.
    public var withWait: String?

    /// Creates an apology; without `withWait` it never names a time.
    public init(_ text: String, withWait: String? = nil) {
        self.text = text
        self.withWait = withWait
    }

    /// Creates an apology that never names a time.
    public init(stringLiteral text: String) {
        self.init(text)
    }

    private static let placeholders = ["{wait}", "{moment}"]

    func filled(with facts: ApologyFacts, durations: DurationWords) -> String {
        guard let withWait, let wait = facts.wait, let moment = facts.moment else { return text }
        return withWait.replacing("{wait}", with: durations.text(for: wait))
            .replacing("{moment}", with: MomentText.minute(moment))
    }

    func problems(at place: String) -> [String] {
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
