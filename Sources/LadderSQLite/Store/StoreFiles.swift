import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files of a store: the one of its path, and those that took its place after it was damaged.
///
/// A damaged file stays where it is, because another process may still use it, and SQLite finds the log of writes by its
/// name. A marker beside it says why it is left aside.
struct StoreFiles: Sendable {
    let path: String

    /// The number of files that may follow each other, so that a broken disk does not fill itself.
    private static let most = 8

    /// Returns the path of the file in use: the first without a marker.
    var current: String {
        for number in 1...Self.most where !Self.exists(file(number) + ".damaged") { return file(number) }
        return file(Self.most)
    }

    /// Leaves a file aside.
    func markDamaged(_ file: String, because reason: String) {
        let descriptor = open(file + ".damaged", O_WRONLY | O_CREAT | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let text = reason + "\n"
        _ = write(descriptor, text, text.utf8.count)
        close(descriptor)
    }

    /// Makes the file with rights for its owner alone, where it does not exist.
    ///
    /// It must happen before any connection: closing a descriptor of a file would release SQLite's locks on it.
    func create(_ file: String) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_NOFOLLOW, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    private func file(_ number: Int) -> String { number == 1 ? path : "\(path)-\(number)" }

    private static func exists(_ file: String) -> Bool { access(file, F_OK) == 0 }
}
