import LadderCore

/// The files of a store: the one of its path, and those that took its place after it was damaged.
///
/// A damaged file stays where it is, because another process may still use it, and SQLite finds the log of writes by
/// its name. A marker beside it says why it is left aside. A marker is never deleted and no number used twice, so all
/// processes agree on the file in use.
final class StoreFiles: Sendable {
    private struct State {
        var number = 1
        var leftAside = 0
    }

    private let first: DiskFile
    private let reports: StoreReports
    private let state = Locked(State())

    /// The number of files that one process may leave aside, so that a broken disk does not fill itself.
    private static let most = 8
    /// The number of damaged files that are kept at most, and for how long all but the newest one are.
    private static let mostKept = 3
    private static let longestKept: Int64 = 7 * 24 * 3_600 * 1_000

    /// Finds the files of a path.
    init(path: String, reports: StoreReports) throws(StoreError) {
        first = try DiskFile(path: path).inRealDirectory()
        self.reports = reports
    }

    /// The path of the file in use: the first without a marker.
    var current: String { file(currentNumber).path }

    private var currentNumber: Int {
        state.withLock { state in
            while marker(state.number).exists { state.number += 1 }
            return state.number
        }
    }

    /// Leaves a file aside, unless another process has done so. Returns whether there is another one to use.
    func leaveAside(_ path: String, because reason: String) -> Bool {
        if DiskFile(path: path + ".damaged").exists { return true }
        guard state.withLock({ $0.leftAside }) < Self.most else { return false }
        guard DiskFile(path: path + ".damaged").create(with: reason + "\n") else { return path != current }
        state.withLock { $0.leftAside += 1 }
        reports.note(.leftFileAside(path: path, reason: reason))
        return true
    }

    /// Makes the file in use, where it does not exist yet, and returns its path.
    func createCurrent(_ options: SQLiteFileOptions) throws(StoreError) -> String {
        let file = file(currentNumber)
        if file.isSymbolicLink {
            throw StoreError(.unavailable, message: "\(file.path) is a symbolic link, which a store does not follow")
        }
        _ = file.create(prepare: options.apply)
        return file.path
    }

    /// Deletes the damaged files that are old, with their logs. The newest one is kept to be looked at.
    func deleteOldDamaged(at now: Int64) {
        let kept = (1..<currentNumber).reversed().filter { file($0).exists }
        for (index, number) in kept.enumerated().dropFirst() {
            let age = now.saturatingSubtracting(marker(number).changed ?? now)
            guard index >= Self.mostKept || age > Self.longestKept else { continue }
            for ending in ["", "-wal", "-shm"] { DiskFile(path: file(number).path + ending).delete() }
        }
    }

    private func file(_ number: Int) -> DiskFile {
        number == 1 ? first : DiskFile(path: "\(first.path)-\(number)")
    }

    private func marker(_ number: Int) -> DiskFile { DiskFile(path: file(number).path + ".damaged") }
}
