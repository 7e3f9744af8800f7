import LadderCore

/// A connection to a database. One thread at a time uses it.
final class SQLiteConnection {
    let library: SQLiteLibrary
    private let database: OpaquePointer
    private var statements: [String: SQLiteStatement] = [:]

    /// How a database is opened.
    enum Access {
        case readOnly
        case readWrite

        /// The flags of SQLite: no mutex of its own, no symbolic link in place of the file.
        fileprivate var flags: Int32 {
            switch self {
            case .readOnly: 0x1 | 0x8000 | 0x0100_0000
            case .readWrite: 0x2 | 0x4 | 0x8000 | 0x0100_0000
            }
        }
    }

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - library: The functions of SQLite.
    ///   - path: The absolute path of the file.
    ///   - access: Whether the file may be made and written.
    ///   - busyMilliseconds: The longest wait for the locks of other connections.
    ///   - options: What Apple's systems can do to the file.
    init(
        _ library: SQLiteLibrary, path: String, access: Access, busyMilliseconds: Int32,
        options: SQLiteFileOptions = SQLiteFileOptions()
    ) throws(StoreError) {
        self.library = library
        var handle: OpaquePointer?
        let code = library.openDatabase(path, &handle, access.flags | options.openFlags, nil)
        guard code == SQLiteCode.ok, let handle else {
            let message = handle.flatMap { library.message($0) }.map { String(cString: $0) } ?? "out of memory"
            // A failed attempt leaves a handle behind as well.
            _ = library.closeDatabase(handle)
            throw StoreError(sqlite: code, message: message, while: "opening the file")
        }
        database = handle
        _ = library.useExtendedCodes(handle, 1)
        _ = library.setBusyTimeout(handle, busyMilliseconds)
    }

    deinit {
        for statement in statements.values { statement.finalize() }
        _ = library.closeDatabase(database)
    }

    /// Runs statements without results.
    func execute(_ sql: String) throws(StoreError) {
        let code = library.execute(database, sql, nil, nil, nil)
        if code != SQLiteCode.ok { throw error(code, while: sql) }
    }

    /// Returns the statement of a text, prepared the first time and kept.
    func statement(_ sql: String) throws(StoreError) -> SQLiteStatement {
        if let known = statements[sql] { return known }
        var handle: OpaquePointer?
        let code = library.prepare(database, sql, -1, &handle, nil)
        guard code == SQLiteCode.ok, let handle else { throw error(code, while: sql) }
        let statement = SQLiteStatement(library, handle: handle, database: database, text: sql)
        statements[sql] = statement
        return statement
    }

    /// Returns the first number of the first row, or nil where there is no row.
    func integer(_ sql: String, _ values: SQLiteValue...) throws(StoreError) -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        statement.bind(values)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// Runs a statement without rows.
    func run(_ sql: String, _ values: SQLiteValue...) throws(StoreError) {
        let statement = try statement(sql)
        defer { statement.reset() }
        statement.bind(values)
        _ = try statement.step()
    }

    /// The number of rows that the last statement has changed.
    var changes: Int { Int(library.changes(database)) }

    /// Runs work within a transaction that may write, and undoes all of it where the work throws.
    ///
    /// - Parameters:
    ///   - isDurable: Whether the transaction must survive a loss of power.
    ///   - work: What is done.
    func transaction<Value>(
        isDurable: Bool = false, _ work: () throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        if isDurable { try execute("PRAGMA synchronous = FULL") }
        defer { if isDurable { try? execute("PRAGMA synchronous = NORMAL") } }
        try execute("BEGIN IMMEDIATE")
        do throws(StoreError) {
            let value = try work()
            try execute("COMMIT")
            return value
        } catch {
            // SQLite ends a transaction by itself after some errors.
            if library.isAutocommit(database) == 0 { _ = library.execute(database, "ROLLBACK", nil, nil, nil) }
            throw error
        }
    }

    /// Ends a transaction that has only read.
    func endRead() {
        if library.isAutocommit(database) == 0 { _ = library.execute(database, "COMMIT", nil, nil, nil) }
    }

    /// Returns the first text of the first row, or nil where there is no row.
    func text(_ sql: String) throws(StoreError) -> String? {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? String(decoding: statement.bytes(0), as: UTF8.self) : nil
    }

    private func error(_ code: Int32, while action: String) -> StoreError {
        StoreError(
            sqlite: code, message: library.message(database).map { String(cString: $0) } ?? "", while: action)
    }
}
