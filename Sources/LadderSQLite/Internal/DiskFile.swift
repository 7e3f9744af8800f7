import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file by its path.
struct DiskFile: Sendable {
    let path: String

    /// The same file with all symbolic links of its directory followed.
    ///
    /// SQLite refuses a path with a symbolic link anywhere in it. Only one in place of the file itself is dangerous.
    func inRealDirectory() throws(StoreError) -> DiskFile {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard let name = parts.last, !path.hasSuffix("/") else {
            throw StoreError(.unavailable, message: "\(path) names no file")
        }
        let directory = "/" + parts.dropLast().joined(separator: "/")
        guard let real = realpath(directory, nil) else {
            throw StoreError(.unavailable, message: "the directory \(directory): \(Self.lastProblem)")
        }
        defer { free(real) }
        let followed = String(cString: real)
        return DiskFile(path: followed == "/" ? "/\(name)" : "\(followed)/\(name)")
    }

    var exists: Bool { access(path, F_OK) == 0 }

    var isSymbolicLink: Bool {
        var information = stat()
        return lstat(path, &information) == 0 && UInt32(information.st_mode) & 0o170000 == 0o120000
    }

    /// The time of the last change in milliseconds since 1970; nil where there is no file.
    var changed: Int64? {
        var information = stat()
        guard stat(path, &information) == 0 else { return nil }
        #if canImport(Darwin)
        return Int64(information.st_mtimespec.tv_sec) * 1_000
        #else
        return Int64(information.st_mtim.tv_sec) * 1_000
        #endif
    }

    /// Makes the file, with rights for its owner alone. Returns false where it could not, also because it exists.
    ///
    /// - Parameters:
    ///   - text: The content.
    ///   - prepare: Sets properties of the file by its descriptor.
    func create(with text: String = "", prepare: (Int32) -> Void = { _ in }) -> Bool {
        // Never an existing file: closing its descriptor would release SQLite's locks on it.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        if !text.isEmpty { _ = write(descriptor, text, text.utf8.count) }
        prepare(descriptor)
        close(descriptor)
        return true
    }

    func delete() { _ = unlink(path) }

    private static var lastProblem: String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
}
