import LadderCore
import LadderSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Uses a store in a process of its own, which tests kill, starve of rights and run beside others.
///
/// `sqlite-writer write PATH FIRST` writes entries without end, from the number FIRST on, and prints a line for each that was
/// acknowledged. `sqlite-writer read-only PATH` gives up the rights of the superuser, reads entry 0 and tries to write one.
@main
struct SQLiteWriter {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { exit(2) }
        let (mode, path) = (arguments[1], arguments[2])
        switch mode {
        case "write": try await writeEntries(to: path, from: arguments.count > 3 ? Int(arguments[3]) ?? 0 : 0)
        case "read-only": try await readOnly(path)
        default: exit(2)
        }
    }

    /// Writes from several tasks, each with numbers of its own.
    private static func writeEntries(to path: String, from first: Int) async throws {
        let store = try SQLiteStore(SQLiteStorePolicy(path: path, maximumBytes: 1 << 30, writesBehind: false))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<16 {
                group.addTask {
                    for step in 0... {
                        let number = first + step * 16 + task
                        try await store.set(key(number), to: entry(number), asOf: nil, in: StoreContext())
                        report("wrote \(number)")
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func readOnly(_ path: String) async throws {
        if getuid() == 0 { guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(3) } }
        do {
            let store = try SQLiteStore(SQLiteStorePolicy(path: path, writesBehind: false))
            let found = try await store.get(key(0), in: StoreContext()).entry
            report(found?.bytes == entry(0).bytes ? "read" : "missing")
            try await store.set(key(1), to: entry(1), asOf: nil, in: StoreContext())
            report("wrote")
        } catch let error as StoreError {
            report("\(error.kind.rawValue)")
        }
    }

    /// Prints a line at once, and whole.
    private static func report(_ line: String) {
        let text = line + "\n"
        _ = write(1, text, text.utf8.count)
    }

    private static func key(_ number: Int) -> CacheKey {
        CacheKey(of: ChatRequest("question \(number)", model: "m"), scope: CallScope(tenant: "acme"))
    }

    private static func entry(_ number: Int) -> StoredEntry {
        StoredEntry(bytes: (0..<(200 + number % 4_000)).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0) })
    }
}
