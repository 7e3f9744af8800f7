/// The totals of one tenant, user, feature, model or tag in a ``SpendReport``.
public struct SpendRow: Hashable, Sendable {
    /// The value, such as the name of the user; empty for calls without one, and nil for the row of all values that did
    /// not fit.
    public let value: String?
    /// What the calls with this value used.
    public let totals: SpendTotals
}

extension SpendRow {
    /// The value as text, also where there is none.
    var title: String {
        guard let value else { return "(other)" }
        return value.isEmpty ? "(none)" : value
    }
}
