/// A type that finds text that should not be kept, such as personal data.
public protocol SensitiveTextDetector: Sendable {
    /// Returns the kinds of sensitive text in `text`, such as `email`, without the text itself; empty if there is none.
    ///
    /// It takes time in proportion to the length of the text, whatever the text is.
    func kinds(in text: String) -> [String]
}
