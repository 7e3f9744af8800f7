/// A parser of event streams (server-sent events), by the rules of the WHATWG standard.
///
/// It takes bytes as they arrive, split anywhere, and returns the events that are complete:
///
/// ```swift
/// var parser = EventStreamParser()
/// let first = try parser.events(in: Array("data: {\"a\"".utf8))  // none yet
/// let second = try parser.events(in: Array(": 1}\n\n".utf8))     // one event
/// print(first.count, second.first?.data ?? "")
/// ```
///
/// Lines end with CR, LF or both; a byte order mark at the beginning is skipped; bytes that are not UTF-8 become
/// replacement characters; an event without data is no event; an event that the end of the stream cuts is dropped.
public struct EventStreamParser: Sendable {
    /// The longest line and the longest data of one event, in bytes, that the parser accepts.
    public let maximumEventBytes: Int
    /// The wait before a new connection, where the stream has named one.
    public private(set) var retry: Duration?

    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var type = ""
    private var id = ""
    private var lastWasReturn = false
    private var atStart = true

    /// Creates a parser for one stream.
    public init(maximumEventBytes: Int = 8 << 20) {
        self.maximumEventBytes = max(1, maximumEventBytes)
    }

    /// Returns the events that these bytes complete.
    ///
    /// - Throws: ``EventStreamError``. The parser cannot be used after that.
    public mutating func events(in bytes: some Sequence<UInt8>) throws(EventStreamError) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for byte in bytes {
            if byte == 0x0A, lastWasReturn {
                lastWasReturn = false
                continue
            }
            lastWasReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D {
                if let event = try endLine() { events.append(event) }
            } else {
                guard line.count < maximumEventBytes else { throw .lineTooLong(limit: maximumEventBytes) }
                line.append(byte)
            }
        }
        return events
    }

    private mutating func endLine() throws(EventStreamError) -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if atStart {
            atStart = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        }
        if line.isEmpty { return endEvent() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        if colon == 0 { return nil }
        var value = line[min(colon + 1, line.endIndex)...]
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data":
            guard data.count + value.count < maximumEventBytes else { throw .eventTooLong(limit: maximumEventBytes) }
            if hasData { data.append(0x0A) }
            data += value
            hasData = true
        case "event": type = String(decoding: value, as: UTF8.self)
        case "id": if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        case "retry":
            if let milliseconds = Int(String(decoding: value, as: UTF8.self)), milliseconds >= 0 {
                retry = .milliseconds(milliseconds)
            }
        default: break
        }
        return nil
    }

    private mutating func endEvent() -> ServerSentEvent? {
        defer {
            data.removeAll(keepingCapacity: true)
            hasData = false
            type = ""
        }
        guard hasData else { return nil }
        return ServerSentEvent(
            event: type.isEmpty ? "message" : type, data: String(decoding: data, as: UTF8.self), id: id)
    }
}
