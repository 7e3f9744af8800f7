import LadderCore

/// A place in the listings of a memory store: the next slot to look at, and the last change that is known.
struct MemoryCursor {
    var shard = 0
    var slot = 0
    var change: UInt64

    /// Creates the place before the first entry, from which this is the last known change.
    init(change: UInt64) {
        self.change = change
    }

    /// Reads a cursor that the store has made; nil for nil.
    init?(_ cursor: StoreCursor?, of state: MemoryState) throws(StoreError) {
        guard let cursor else { return nil }
        let numbers = MemoryCursor.numbers(in: cursor.bytes)
        guard numbers.count == 4, numbers[0] == MemoryCursor.mark(of: state), numbers[1] < 1 << 16,
            numbers[2] < 1 << 32
        else { throw .cursorExpired }
        shard = Int(numbers[1])
        slot = Int(numbers[2])
        change = numbers[3]
    }

    /// Returns the place as the bytes of a cursor.
    func cursor(of state: MemoryState) -> StoreCursor {
        var bytes: [UInt8] = []
        for number in [MemoryCursor.mark(of: state), UInt64(shard), UInt64(slot), change] {
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        return StoreCursor(bytes: bytes)
    }

    /// Returns a number by which the cursors of this state are told from those of another store or another process.
    private static func mark(of state: MemoryState) -> UInt64 {
        UInt64(truncatingIfNeeded: ObjectIdentifier(state).hashValue)
    }

    private static func numbers(in bytes: [UInt8]) -> [UInt64] {
        guard bytes.count % 8 == 0 else { return [] }
        return stride(from: 0, to: bytes.count, by: 8).map { start in
            var number: UInt64 = 0
            for byte in bytes[start..<start + 8].reversed() { number = number << 8 | UInt64(byte) }
            return number
        }
    }
}
