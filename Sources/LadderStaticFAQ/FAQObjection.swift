/// A reason why a phrasing with nearly the same words asks for something else.
public enum FAQObjection: String, Hashable, Sendable, CaseIterable {
    /// One side negates and the other does not.
    case negation

    /// The question names a number, a date or a year that the entry does not name, or the phrasing names another one.
    case numbers

    /// One side has a word and the other its opposite, such as `on` and `off`.
    case opposite

    /// The question asks for something of another kind, such as `why` where the entry answers `when`.
    case questionWord
}
