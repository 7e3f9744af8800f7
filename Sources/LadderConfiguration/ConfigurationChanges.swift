/// What a reloaded configuration has done to layers or models, by their names.
public struct ConfigurationChanges: Hashable, Sendable {
    /// The names of what is as before, and shares its state with the old pipeline.
    public var kept: [String]
    /// The names of what has other options than before. It was made again and begins without state.
    public var replaced: [String]
    /// The names of what was not there before.
    public var added: [String]
    /// The names of what is no longer there.
    public var removed: [String]
}
