/// Bytes with which a provider recognises what its model wrote, such as Gemini's thought signature of a tool call.
public struct ModelSignature: Hashable, Sendable {
    /// The bytes that the provider wants back. Only the provider can read them.
    public var bytes: [UInt8]
    /// The logical name of the model that signed, as in ``ChatRequest/model``.
    public var model: String

    /// Creates a signature that the model of this logical name made.
    public init(bytes: [UInt8], model: String) {
        self.bytes = bytes
        self.model = model
    }
}
