/// A kind of client, named after the interface that it speaks, so that fields of a request can be bound to it.
///
/// A client of your own has a name of its own:
///
/// ```swift
/// let inHouse = ModelClient("in-house")
/// ```
public struct ModelClient: RawRepresentable, Hashable, Sendable {
    /// The name, which is also written into stored conversations.
    public var rawValue: String

    /// Creates a kind of client by its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Creates a kind of client by its name.
    public init(_ name: String) {
        self.init(rawValue: name)
    }

    /// Clients of OpenAI's chat interface, also when another server speaks it.
    public static let openAI = ModelClient("openai")
    /// Clients of Anthropic's messages interface.
    public static let anthropic = ModelClient("anthropic")
    /// Clients of Google's Gemini interface.
    public static let gemini = ModelClient("gemini")
    /// The on-device model of Apple's platforms.
    public static let appleModels = ModelClient("apple-models")
}

extension ModelClient: CustomStringConvertible {
    /// The same as ``rawValue``, such as `anthropic`.
    public var description: String { rawValue }
}
