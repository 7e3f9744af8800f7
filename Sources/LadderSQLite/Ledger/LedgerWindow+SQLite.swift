import LadderCore

extension LedgerWindow {
    /// The bytes by which the accounts of this window are told from those of another.
    var code: [UInt8] {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 24)
        switch self {
        case .unlimited: writer.write(byte: 0)
        case .rolling(let length):
            writer.write(byte: 1)
            writer.write(length.milliseconds)
        case .fixed(let start, let end):
            writer.write(byte: 2)
            writer.write(start.nanosecondsSince1970)
            writer.write(end.nanosecondsSince1970)
        }
        return writer.bytes
    }

    /// The length of the steps in which a rolling window moves, in milliseconds.
    static func step(of length: Duration) -> Int64 { max(1_000, length.milliseconds / 60) }

    /// Returns the step to which a charge at a time belongs, and the time from which on it no longer counts.
    func step(at now: Int64) -> (number: Int64, ends: Int64) {
        switch self {
        case .unlimited: return (0, .max)
        case .fixed(_, let end): return (0, end.nanosecondsSince1970 / 1_000_000)
        case .rolling(let length):
            let step = Self.step(of: length)
            let number = now / step
            return (number, (number + 1).saturatingMultiplied(by: step).saturatingAdding(length.milliseconds))
        }
    }
}
