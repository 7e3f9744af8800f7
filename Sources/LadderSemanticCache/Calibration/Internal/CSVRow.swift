/// A row of a CSV text.
struct CSVRow: Hashable {
    /// The line in which the row begins, counted from 1.
    var line: Int
    var fields: [String]

    /// Returns the rows of a text. Lines without text are left out.
    static func rows(of text: String) throws(CSVFormatError) -> [CSVRow] {
        var reader = CSVReader(text)
        return try reader.rows()
    }
}

/// Reads rows byte by byte; every byte that has a meaning in CSV is ASCII.
private struct CSVReader {
    private var bytes: ArraySlice<UInt8>
    private var line = 1
    private var field: [UInt8] = []

    init(_ text: String) {
        bytes = Array(text.utf8)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    }

    mutating func rows() throws(CSVFormatError) -> [CSVRow] {
        var rows: [CSVRow] = []
        while !bytes.isEmpty {
            let row = try row()
            if row.fields.contains(where: { !$0.trimmed.isEmpty }) { rows.append(row) }
        }
        return rows
    }

    private mutating func row() throws(CSVFormatError) -> CSVRow {
        var row = CSVRow(line: line, fields: [])
        while true {
            field = []
            if bytes.first == UInt8(ascii: "\"") { try readQuoted() } else { readPlain() }
            row.fields.append(String(decoding: field, as: UTF8.self))
            switch bytes.popFirst() {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "\r"):
                if bytes.first == UInt8(ascii: "\n") { bytes.removeFirst() }
                line += 1
                return row
            case UInt8(ascii: "\n"):
                line += 1
                return row
            case nil: return row
            default: throw CSVFormatError(line: line, message: "text follows the closing quotation mark of a field")
            }
        }
    }

    private mutating func readPlain() {
        while let byte = bytes.first, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r")
        {
            field.append(byte)
            bytes.removeFirst()
        }
    }

    private mutating func readQuoted() throws(CSVFormatError) {
        let start = line
        bytes.removeFirst()
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "\"") {
                guard bytes.first == byte else { return }
                bytes.removeFirst()
            } else if byte == UInt8(ascii: "\n") {
                line += 1
            }
            field.append(byte)
        }
        throw CSVFormatError(line: start, message: "a field has no closing quotation mark")
    }
}
