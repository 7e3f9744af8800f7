import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The functions of the system's SQLite that this module calls, found at run time.
///
/// Nothing of SQLite is needed to build or link the package, and a program starts without it. Functions with a variable
/// number of arguments are left out: they cannot be called through a pointer on every platform.
struct SQLiteLibrary: Sendable {
    typealias Database = OpaquePointer
    typealias Text = UnsafePointer<CChar>

    let openDatabase: @convention(c) @Sendable (Text, UnsafeMutablePointer<Database?>, Int32, Text?) -> Int32
    let closeDatabase: @convention(c) @Sendable (Database?) -> Int32
    let setBusyTimeout: @convention(c) @Sendable (Database, Int32) -> Int32
    let useExtendedCodes: @convention(c) @Sendable (Database, Int32) -> Int32
    let execute:
        @convention(c) @Sendable (
            Database, Text, UnsafeRawPointer?, UnsafeMutableRawPointer?,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        ) -> Int32
    let prepare:
        @convention(c) @Sendable (
            Database, Text, Int32, UnsafeMutablePointer<OpaquePointer?>, UnsafeMutablePointer<Text?>?
        ) -> Int32
    let step: @convention(c) @Sendable (OpaquePointer) -> Int32
    let reset: @convention(c) @Sendable (OpaquePointer) -> Int32
    let finalize: @convention(c) @Sendable (OpaquePointer?) -> Int32
    let bindInteger: @convention(c) @Sendable (OpaquePointer, Int32, Int64) -> Int32
    /// The last argument says who owns the bytes: -1 lets SQLite copy them.
    let bindBytes: @convention(c) @Sendable (OpaquePointer, Int32, UnsafeRawPointer?, Int32, Int) -> Int32
    let bindNull: @convention(c) @Sendable (OpaquePointer, Int32) -> Int32
    let integer: @convention(c) @Sendable (OpaquePointer, Int32) -> Int64
    let bytes: @convention(c) @Sendable (OpaquePointer, Int32) -> UnsafeRawPointer?
    let byteCount: @convention(c) @Sendable (OpaquePointer, Int32) -> Int32
    let columnType: @convention(c) @Sendable (OpaquePointer, Int32) -> Int32
    let message: @convention(c) @Sendable (Database) -> Text?
    let changes: @convention(c) @Sendable (Database) -> Int32
    let isAutocommit: @convention(c) @Sendable (Database) -> Int32
    let versionNumber: @convention(c) @Sendable () -> Int32
    let isThreadSafe: @convention(c) @Sendable () -> Int32

    /// The library of this system, or the reason why there is none.
    static let shared: Result<SQLiteLibrary, StoreError> = load(from: usualNames)

    static var usualNames: [String] {
        #if canImport(Darwin)
        // Not on disk since macOS 11: the dynamic linker finds it in its shared cache.
        ["/usr/lib/libsqlite3.dylib"]
        #else
        // The name at run time. The other one is the link for development.
        ["libsqlite3.so.0", "libsqlite3.so"]
        #endif
    }

    static func load(from names: [String]) -> Result<SQLiteLibrary, StoreError> {
        var reasons: [String] = []
        for name in names {
            guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
                reasons.append(dlerror().map { String(cString: $0) } ?? name)
                continue
            }
            // It is never closed: statements and files use it as long as the process lives.
            do throws(StoreError) {
                let library = try SQLiteLibrary(handle)
                if let problem = library.problem {
                    reasons.append("\(name) \(problem)")
                } else {
                    return .success(library)
                }
            } catch {
                reasons.append(error.message)
            }
        }
        return .failure(
            StoreError(
                .unavailable,
                message:
                    "SQLite could not be loaded (\(reasons.joined(separator: "; "))). Install its run-time library: "
                    + "libsqlite3-0 on Debian and Ubuntu, sqlite-libs on Fedora, RHEL, Amazon Linux and Alpine."))
    }

    /// Why this library cannot be used; nil if it can.
    private var problem: String? {
        if isThreadSafe() == 0 { return "was built for a single thread" }
        return versionNumber() < 3_008_002 ? "is older than SQLite 3.8.2" : nil
    }

    private init(_ handle: UnsafeMutableRawPointer) throws(StoreError) {
        func function<Function>(_ name: String) throws(StoreError) -> Function {
            guard let pointer = dlsym(handle, "sqlite3_" + name) else {
                throw StoreError(.unavailable, message: "sqlite3_\(name) is missing")
            }
            return unsafeBitCast(pointer, to: Function.self)
        }
        openDatabase = try function("open_v2")
        closeDatabase = try function("close_v2")
        setBusyTimeout = try function("busy_timeout")
        useExtendedCodes = try function("extended_result_codes")
        execute = try function("exec")
        prepare = try function("prepare_v2")
        step = try function("step")
        reset = try function("reset")
        finalize = try function("finalize")
        bindInteger = try function("bind_int64")
        bindBytes = try function("bind_blob")
        bindNull = try function("bind_null")
        integer = try function("column_int64")
        bytes = try function("column_blob")
        byteCount = try function("column_bytes")
        columnType = try function("column_type")
        message = try function("errmsg")
        changes = try function("changes")
        isAutocommit = try function("get_autocommit")
        versionNumber = try function("libversion_number")
        isThreadSafe = try function("threadsafe")
    }
}
