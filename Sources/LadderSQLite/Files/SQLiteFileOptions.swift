#if canImport(Darwin)
import Darwin
#endif

/// What Apple's systems can do to a file; nothing on other systems.
struct SQLiteFileOptions: Sendable {
    /// The flags of SQLite's open function, which hold for the log beside the file as well.
    var openFlags: Int32 = 0
    /// The class of protection of the file itself; nil for the one of the system.
    var protectionClass: Int32?

    /// Excludes a new file from backups, and protects it.
    func apply(to descriptor: Int32) {
        #if canImport(Darwin)
        // A property list in binary form with the text "com.apple.backupd".
        var list = Array("bplist00".utf8) + [0x5F, 0x10, 0x11] + Array("com.apple.backupd".utf8)
        list += [8, 0, 0, 0, 0, 0, 0, 1, 1] as [UInt8]
        for number: UInt8 in [1, 0, 28] { list += [0, 0, 0, 0, 0, 0, 0, number] as [UInt8] }
        _ = fsetxattr(descriptor, "com.apple.metadata:com_apple_backup_excludeItem", list, list.count, 0, 0)
        if let protectionClass { _ = fcntl(descriptor, F_SETPROTECTIONCLASS, protectionClass) }
        #endif
    }
}
