/// The bytes of a connection on their way to the system, which one thread at a time sends.
struct OutputBuffer {
    /// Bytes that a thread sends without holding the lock.
    struct Chunk: Sendable {
        let connection: Int
        var bytes: [UInt8]
        var offset: Int

        var rest: Int { bytes.count - offset }
    }

    /// The bytes after those that are being sent.
    private var next: [UInt8] = []
    /// What was not sent of a chunk.
    private var remainder: Chunk?
    /// The number of the connection; what belongs to an older one is ignored.
    private var connection = 0
    /// The number of bytes accepted on this connection.
    private var accepted = 0
    /// The number of bytes that the system has taken on this connection.
    private var sent = 0
    /// The size of the chunk that a thread is sending; nil if none is.
    private var sending: Int?
    /// Whether the system had no room.
    var waitsForRoom = false

    /// The number of bytes that wait to be sent.
    var count: Int { next.count + (remainder?.rest ?? 0) + (sending ?? 0) }

    /// Whether a thread is sending.
    var isSending: Bool { sending != nil }

    /// Whether there are bytes that no thread is sending and the system may have room for.
    var isReady: Bool { sending == nil && !waitsForRoom && (remainder != nil || !next.isEmpty) }

    /// The number of bytes that the server can have received at most.
    var possiblySent: Int { sent + (sending ?? 0) }

    /// Adds the bytes of a command, and returns the offset at which it ends.
    mutating func append(_ bytes: [UInt8]) -> Int {
        next.append(contentsOf: bytes)
        accepted += bytes.count
        return accepted
    }

    /// Takes what can be sent; nil if there is nothing, or a thread is sending.
    mutating func take() -> Chunk? {
        guard isReady else { return nil }
        var chunk = remainder
        remainder = nil
        if chunk == nil {
            chunk = Chunk(connection: connection, bytes: next, offset: 0)
            next = []
        }
        sending = chunk?.rest
        return chunk
    }

    /// Takes back a chunk of which some bytes have been sent. Returns false for a chunk of an older connection.
    mutating func finish(_ chunk: Chunk, sent count: Int) -> Bool {
        guard chunk.connection == connection else { return false }
        sending = nil
        sent += count
        var chunk = chunk
        chunk.offset += count
        if chunk.rest > 0 { remainder = chunk }
        return true
    }

    /// Forgets everything for the next connection.
    mutating func reset() {
        self = OutputBuffer(connection: connection + 1)
    }

    init() {}

    private init(connection: Int) {
        self.connection = connection
    }
}
