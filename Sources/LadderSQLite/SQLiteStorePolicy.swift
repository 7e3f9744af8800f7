import LadderCore

/// Where an `SQLiteStore` keeps its file, how large the file may become, and when a write is over.
public struct SQLiteStorePolicy: Hashable, Sendable {
    /// The absolute path of the file. Its directory must exist, on a disk of this machine.
    ///
    /// A cache belongs where the system keeps its caches: `/var/cache/app`, or `URL.cachesDirectory` in an application.
    public var path: String

    /// The largest size of the file in bytes, at least 1 MiB. The default is 256 MiB.
    ///
    /// Older entries make room before the file is larger. A write that would still exceed it by a tenth fails. The
    /// log of writes beside the file comes on top.
    public var maximumBytes: Int

    /// Whether `set` returns as soon as the entry is queued to be written. The default is `true`.
    ///
    /// A call then does not wait for the disk. This store returns the entry at once; other processes, and this one
    /// after a crash, have it once it is in the file. `close()` writes what waits. With `false`, `set` returns when
    /// the entry is in the file, and throws where it could not be written.
    public var writesBehind: Bool

    /// The number of writes that may be queued. Above it `set` waits until its entry is in the file.
    public var maximumWaitingWrites: Int

    #if canImport(Darwin)
    /// When the system protects the file by the user's passcode. The default leaves it to the system.
    public var dataProtection = DataProtection.systemDefault

    /// The classes of data protection of Apple's systems.
    public enum DataProtection: Hashable, Sendable {
        /// The class that the system gives to new files.
        case systemDefault
        /// The file can be read while the device is unlocked.
        case complete
        /// The file stays open when the device is locked, and can be opened while it is unlocked.
        case completeUnlessOpen
        /// The file can be read after the first unlocking since the device was started.
        case completeUntilFirstUserAuthentication
    }
    #endif

    /// Creates a policy for a file.
    public init(
        path: String, maximumBytes: Int = 256 << 20, writesBehind: Bool = true, maximumWaitingWrites: Int = 4_096
    ) {
        self.path = path
        self.maximumBytes = maximumBytes
        self.writesBehind = writesBehind
        self.maximumWaitingWrites = maximumWaitingWrites
    }

    /// The size of the largest entry that the store takes: an eighth of ``maximumBytes``. `set` throws `tooLarge`
    /// above it.
    public var maximumEntryBytes: Int { maximumBytes / 8 }

    /// One sentence for each option that is out of range.
    public var problems: [String] {
        var checks = OptionChecks(of: "SQLiteStore")
        // Some builds of SQLite take "file:…" for a URL.
        if !path.hasPrefix("/") || path.utf8.contains(0) {
            checks.add("SQLiteStore.path is \"\(path)\"; it must be an absolute path")
        }
        checks.require("maximumBytes", value: maximumBytes, in: (1 << 20)...(1 << 40))
        checks.require("maximumWaitingWrites", value: maximumWaitingWrites, in: 0...1_000_000)
        return checks.problems
    }

    var fileOptions: SQLiteFileOptions {
        #if canImport(Darwin)
        switch dataProtection {
        case .systemDefault: SQLiteFileOptions()
        case .complete: SQLiteFileOptions(openFlags: 0x0010_0000, protectionClass: 1)
        case .completeUnlessOpen: SQLiteFileOptions(openFlags: 0x0020_0000, protectionClass: 2)
        case .completeUntilFirstUserAuthentication:
            SQLiteFileOptions(openFlags: 0x0030_0000, protectionClass: 3)
        }
        #else
        SQLiteFileOptions()
        #endif
    }
}
