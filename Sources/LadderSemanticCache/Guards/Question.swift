/// A question with what guards need of it, which is computed once for all of them.
public struct Question: Sendable {
    /// The text as the user wrote it.
    public let text: String

    /// Creates a question.
    public init(_ text: String) {
        self.text = text
    }
}
