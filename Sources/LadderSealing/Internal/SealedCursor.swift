import LadderCore

/// A place in a listing of the inner store, with the time up to which all removals are still noted behind it.
struct SealedCursor {
    /// The time for which a removal is noted, and so the largest age of a place in the changes.
    static let notedFor = Duration.seconds(3_600)

    let inner: StoreCursor
    let made: WallTime

    init(inner: StoreCursor, made: WallTime) {
        self.inner = inner
        self.made = made
    }

    /// Reads a cursor of a sealed store.
    ///
    /// - Throws: `cursorExpired` where it is one of another store.
    init(_ cursor: StoreCursor) throws(StoreError) {
        var reader = ByteReader(cursor.bytes)
        do throws(StoreError) {
            made = WallTime(nanosecondsSince1970: Int64(bitPattern: try reader.readFixed()))
            inner = StoreCursor(bytes: try reader.readData())
        } catch {
            throw StoreError(.cursorExpired, message: "another store made the place in the listing")
        }
    }

    var cursor: StoreCursor {
        var writer = ByteWriter(keepsOpaqueBytes: false, capacity: 64)
        writer.write(fixed: UInt64(bitPattern: made.nanosecondsSince1970))
        writer.write(inner.bytes)
        return StoreCursor(bytes: writer.bytes)
    }

    /// Whether every removal since is still noted at this time, also where the clock was set back.
    func isKnown(at now: WallTime) -> Bool {
        let age = now - made
        return age < SealedCursor.notedFor && age > .zero - SealedCursor.notedFor
    }
}
