/// Rows under a header. The first columns are aligned to the left, the others to the right.
struct Table {
    private var rows: [[Line]]
    private let leftColumns: Int

    init(_ header: [String], leftColumns: Int = 1) {
        rows = [header.map { Line($0, style: .strong) }]
        self.leftColumns = leftColumns
    }

    mutating func add(_ row: [Line]) {
        rows.append(row)
    }

    /// Returns the lines, with gaps as wide as the width allows.
    func lines(in width: Int) -> [Line] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.compactMap { $0.indices.contains(column) ? $0[column].width : nil }.max() ?? 0
        }
        let room = width - 2 - widths.reduce(0, +)
        let gap = max(1, min(4, room / max(1, columns - 1)))
        return rows.map { row in
            var line = Line("  ")
            for (column, cell) in row.enumerated() {
                if column > 0 { line += Line(String(repeating: " ", count: gap)) }
                line += cell.padded(to: widths[column], onTheLeft: column >= leftColumns)
            }
            return line
        }
    }
}
