import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SQLiteConnection {
    /// Prepares the file for a kind of tables: makes them in a new file, and refuses the file of another program.
    ///
    /// - Parameters:
    ///   - application: The number in the file by which it is known.
    ///   - version: The version of the tables.
    ///   - tables: The statements that make the tables.
    func prepareFile(application: Int64, version: Int64, tables: String) throws(StoreError) {
        try execute("PRAGMA page_size = 8192")
        try switchToLog()
        try execute("PRAGMA synchronous = NORMAL")
        try execute("PRAGMA journal_size_limit = 33554432")
        if try integer("PRAGMA application_id") == 0, try integer("PRAGMA user_version") == 0 {
            try transaction { () throws(StoreError) in
                // Another process may have made the tables meanwhile.
                if try integer("PRAGMA application_id") != application {
                    try execute(
                        tables + "PRAGMA application_id = \(application); PRAGMA user_version = \(version);")
                }
            }
        }
        guard try integer("PRAGMA application_id") == application else {
            throw StoreError(.unavailable, message: "the file belongs to another program")
        }
        let found = try integer("PRAGMA user_version") ?? 0
        guard found == version else {
            throw StoreError(
                .unavailable,
                message: "the file has the form \(found) of another version of this library, which reads \(version)")
        }
    }

    /// Switches to the log of writes, which lets readers and a writer work at once.
    ///
    /// Another process that opens the same new file can hold a lock, for which SQLite does not wait here.
    private func switchToLog() throws(StoreError) {
        var attempts = 0
        while true {
            do throws(StoreError) {
                let mode = try text("PRAGMA journal_mode = WAL")
                if mode == "wal" { return }
                throw StoreError(
                    .unavailable, message: "the journal mode is \(mode ?? "unknown"): is the file on a network disk?")
            } catch {
                attempts += 1
                guard error.kind == .timedOut, attempts < 250 else { throw error }
                usleep(20_000)
            }
        }
    }
}
