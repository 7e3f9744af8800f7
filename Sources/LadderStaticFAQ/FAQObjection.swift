/// Why a phrasing with nearly the same words asks for something else.
public enum FAQObjection: String, Hashable, Sendable, CaseIterable {
    /// One side says no and the other does not.
    case negation

    /// Both sides name numbers, and they differ.
    case numbers

    /// One side says `on` where the other says `off`.
    case opposite
}
