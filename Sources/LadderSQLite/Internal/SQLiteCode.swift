import LadderCore

/// The results of SQLite's functions that this module distinguishes, without their extensions.
enum SQLiteCode {
    static let ok: Int32 = 0
    static let busy: Int32 = 5
    static let locked: Int32 = 6
    static let readOnly: Int32 = 8
    static let io: Int32 = 10
    static let corrupt: Int32 = 11
    static let full: Int32 = 13
    static let cannotOpen: Int32 = 14
    static let notADatabase: Int32 = 26
    static let row: Int32 = 100
    static let done: Int32 = 101
}

extension StoreError {
    /// Creates the error of a failed function.
    init(sqlite code: Int32, message: String, while action: String) {
        let kind: Kind =
            switch code & 0xFF {
            case SQLiteCode.busy, SQLiteCode.locked: .timedOut
            case SQLiteCode.readOnly: .readOnly
            case SQLiteCode.corrupt, SQLiteCode.notADatabase: .corrupt
            case SQLiteCode.full: .full
            case SQLiteCode.cannotOpen, SQLiteCode.io: .unavailable
            default: .other
            }
        self.init(kind, message: "SQLite \(code) while \(action): \(message)")
    }
}
