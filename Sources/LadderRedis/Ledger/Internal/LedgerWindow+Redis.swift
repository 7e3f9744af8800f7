import LadderCore

extension LedgerWindow {
    /// The part of an account's key that stands for the window, so that the accounts of two windows are apart.
    var keyPart: String {
        switch self {
        case .unlimited: "all"
        case .rolling(let length): "rolling-\(length.clampedNanoseconds / 1_000_000)"
        case .fixed(let start, let end):
            "\(start.nanosecondsSince1970 / 1_000_000)-\(end.nanosecondsSince1970 / 1_000_000)"
        }
    }

    /// The last three arguments of an entry in a script: the kind, the length of a step, and the length or the end.
    var arguments: [RedisCommand.Argument] {
        switch self {
        case .unlimited: return ["0", 0, 0]
        case .rolling(let length):
            let milliseconds = length.clampedNanoseconds / 1_000_000
            return ["1", .integer(max(1_000, milliseconds / 60)), .integer(milliseconds)]
        case .fixed(_, let end): return ["2", 0, .integer(end.nanosecondsSince1970 / 1_000_000)]
        }
    }
}
