import LadderCore

/// Totals by the values of one dimension, with a bounded number of rows.
struct SpendTable: Hashable, Sendable {
    static let maximumRows = 500
    /// The longest value that is kept, in bytes of UTF-8.
    static let maximumValueLength = 128
    private(set) var rows: [String: SpendTotals] = [:]
    /// The totals of all values for which there was no row left.
    private(set) var other = SpendTotals()

    mutating func add(_ totals: SpendTotals, for value: String) {
        let value = value.utf8.count <= Self.maximumValueLength ? value : value.cut(atMost: Self.maximumValueLength)
        if let index = rows.index(forKey: value) {
            rows.values[index].add(totals)
        } else if rows.count < Self.maximumRows {
            rows[value] = totals
        } else {
            other.add(totals)
        }
    }

    mutating func add(_ table: SpendTable) {
        // Sorted, because the order decides which rows fit.
        for (value, totals) in table.rows.sorted(by: { $0.key < $1.key }) { add(totals, for: value) }
        other.add(table.other)
    }
}
