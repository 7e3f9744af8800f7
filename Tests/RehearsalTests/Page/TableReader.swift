/// Reads the cells of the page's table by the names of its lines.
struct TableReader {
    private let table: Substring

    init(_ html: String) {
        let start = html.firstRange(of: "<table>")?.upperBound ?? html.endIndex
        let rest = html[start...]
        table = rest[..<(rest.firstRange(of: "</table>")?.lowerBound ?? rest.endIndex)]
    }

    /// Returns the texts of the cells of a line, without elements; none if the table does not have the line.
    func cells(of line: String) -> [String] {
        guard let start = table.firstRange(of: "<tr data-line=\"\(line)\">")?.upperBound,
            let end = table[start...].firstRange(of: "</tr>")?.lowerBound
        else { return [] }
        return table[start..<end].split(separator: "<td>").dropFirst().map { cell in
            var isElement = false
            return String(
                cell.filter { character in
                    if character == "<" { isElement = true }
                    defer { if character == ">" { isElement = false } }
                    return !isElement
                })
        }
    }
}
