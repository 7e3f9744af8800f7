/// The check whether an entry has been invalidated, as of one epoch.
struct EntryCheck {
    /// The latest epoch when the check was made. An entry that has it is valid.
    let epoch: UInt64
    /// Returns whether an entry with another epoch is valid.
    let isValid: (MemoryEntry) -> Bool
}
