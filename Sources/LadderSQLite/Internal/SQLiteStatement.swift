import LadderCore

/// A value that is bound to a statement.
enum SQLiteValue {
    case integer(Int64)
    case bytes([UInt8])
    case null
}

/// A prepared statement.
///
/// It must be reset after each use: a query that is not reset keeps the log of writes from being emptied.
struct SQLiteStatement {
    private let library: SQLiteLibrary
    private let handle: OpaquePointer
    private let database: OpaquePointer
    private let text: String

    init(_ library: SQLiteLibrary, handle: OpaquePointer, database: OpaquePointer, text: String) {
        self.library = library
        self.handle = handle
        self.database = database
        self.text = text
    }

    /// Binds values to the parameters, the first one to `?1`.
    func bind(_ values: [SQLiteValue]) {
        for (index, value) in values.enumerated() {
            let place = Int32(index + 1)
            switch value {
            case .integer(let number): _ = library.bindInteger(handle, place, number)
            case .null: _ = library.bindNull(handle, place)
            case .bytes(let bytes):
                // An empty list has no address, which SQLite would take for null.
                let copied = bytes.isEmpty ? [0] : bytes
                copied.withUnsafeBytes { buffer in
                    _ = library.bindBytes(handle, place, buffer.baseAddress, Int32(bytes.count), -1)
                }
            }
        }
    }

    /// Moves to the next row. Returns false at the end.
    func step() throws(StoreError) -> Bool {
        let code = library.step(handle)
        if code == SQLiteCode.row { return true }
        if code == SQLiteCode.done { return false }
        let message = library.message(database).map { String(cString: $0) } ?? ""
        throw StoreError(sqlite: code, message: message, while: text)
    }

    func integer(_ column: Int32) -> Int64 { library.integer(handle, column) }

    func isNull(_ column: Int32) -> Bool { library.columnType(handle, column) == 5 }

    func bytes(_ column: Int32) -> [UInt8] {
        // The bytes first and their number second, as SQLite asks.
        guard let start = library.bytes(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(library.byteCount(handle, column))))
    }

    func reset() { _ = library.reset(handle) }

    func finalize() { _ = library.finalize(handle) }
}
