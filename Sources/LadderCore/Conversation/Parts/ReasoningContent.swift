/// What a model thought before it answered, with what its provider needs to continue from there.
///
/// Providers of models that think expect this part back unchanged with the next message, and answer 400 in a tool loop
/// when it is missing. A response's `message` carries it, so appending that message is enough. When another model is
/// asked, fallback and router leave the part out.
///
/// A part without text can stand for hidden reasoning (Anthropic's redacted thinking), or, behind a text, for the
/// model's signature of that text (Gemini).
public struct ReasoningContent: Hashable, Sendable {
    /// The reasoning in words, or nil where the provider does not show it.
    public var text: String?
    /// The bytes that the provider wants back, such as Anthropic's signature or Gemini's thought signature; else empty.
    ///
    /// Only the provider can read them. They are not part of what identifies a request in a cache.
    public var opaqueBytes: [UInt8]
    /// The logical name of the model that made this part, as in ``ChatRequest/model``.
    public var model: String

    /// Creates a reasoning part that `model` made.
    public init(text: String? = nil, opaqueBytes: [UInt8] = [], model: String) {
        self.text = text
        self.opaqueBytes = opaqueBytes
        self.model = model
    }
}
