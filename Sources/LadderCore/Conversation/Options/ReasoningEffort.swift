/// How much a model thinks before it answers.
///
/// A level has a name, because providers add levels: `ReasoningEffort("xhigh")` is passed on to a provider that knows
/// it. A client whose provider wants a number of tokens instead chooses one for the level.
public struct ReasoningEffort: RawRepresentable, Hashable, Sendable {
    /// The provider's name of the level.
    public var rawValue: String

    /// Creates a level by its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Creates a level by the name that the provider has for it.
    public init(_ name: String) {
        self.init(rawValue: name)
    }

    /// No reasoning, where the model can be asked not to think.
    public static let none = ReasoningEffort("none")
    /// As little reasoning as the model allows.
    public static let minimal = ReasoningEffort("minimal")
    /// Little reasoning, for short and cheap answers.
    public static let low = ReasoningEffort("low")
    /// The usual amount of reasoning.
    public static let medium = ReasoningEffort("medium")
    /// Much reasoning, for difficult questions.
    public static let high = ReasoningEffort("high")
}

extension ReasoningEffort: CustomStringConvertible {
    /// The same as ``rawValue``, such as `low`.
    public var description: String { rawValue }
}
