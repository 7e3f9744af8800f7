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

    /// The beginning of a line whose end has not arrived.
    private var line: [UInt8] = []
    private var lastWasReturn = false
    private var isAtStart = true
    private var event = PartialEvent()

    /// Creates a parser for one stream.
    public init(maximumEventBytes: Int = 8 << 20) {
        self.maximumEventBytes = max(1, maximumEventBytes)
    }

    /// Returns the events that these bytes complete.
    ///
    /// - Throws: ``EventStreamError``. The parser cannot be used after that.
    public mutating func events(in bytes: [UInt8]) throws(EventStreamError) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        var start = bytes.startIndex
        // A line feed after a carriage return belongs to the same end of a line, also where they arrive apart.
        if lastWasReturn, bytes.first == lineFeed { start += 1 }
        if !bytes.isEmpty { lastWasReturn = false }
        while let end = bytes[start...].firstIndex(where: { $0 == lineFeed || $0 == carriageReturn }) {
            if let event = try endLine(with: bytes[start..<end]) { events.append(event) }
            start = end + 1
            if bytes[end] == carriageReturn {
                if start == bytes.endIndex { lastWasReturn = true } else if bytes[start] == lineFeed { start += 1 }
            }
        }
        try checkLength(of: bytes[start...])
        line += bytes[start...]
        return events
    }

    private func checkLength(of more: ArraySlice<UInt8>) throws(EventStreamError) {
        guard line.count + more.count <= maximumEventBytes else { throw .lineTooLong(limit: maximumEventBytes) }
    }

    /// Reads the line that ends with these bytes. One that arrived in one piece is not copied.
    private mutating func endLine(with rest: ArraySlice<UInt8>) throws(EventStreamError) -> ServerSentEvent? {
        try checkLength(of: rest)
        if line.isEmpty { return try read(rest) }
        defer { line.removeAll(keepingCapacity: true) }
        line += rest
        return try read(line[...])
    }

    private mutating func read(_ wholeLine: ArraySlice<UInt8>) throws(EventStreamError) -> ServerSentEvent? {
        var line = wholeLine
        if isAtStart {
            isAtStart = false
            if line.starts(with: byteOrderMark) { line = line.dropFirst(byteOrderMark.count) }
        }
        if line.isEmpty { return event.end() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        switch line[..<colon] {
        case PartialEvent.data:
            guard event.add(value, atMost: maximumEventBytes) else { throw .eventTooLong(limit: maximumEventBytes) }
        case PartialEvent.type: event.type = String(decoding: value, as: UTF8.self)
        case PartialEvent.id: if !value.contains(0) { event.id = String(decoding: value, as: UTF8.self) }
        case PartialEvent.retry: retry = milliseconds(value) ?? retry
        default: break
        }
        return nil
    }

    private func milliseconds(_ digits: ArraySlice<UInt8>) -> Duration? {
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self)).map { .milliseconds($0) }
    }
}

private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// The fields of an event whose end has not arrived.
private struct PartialEvent: Sendable {
    static let data = ArraySlice("data".utf8)
    static let type = ArraySlice("event".utf8)
    static let id = ArraySlice("id".utf8)
    static let retry = ArraySlice("retry".utf8)

    private var bytes: [UInt8] = []
    private var hasData = false
    var type = ""
    var id = ""

    /// Adds a line of data. Returns false where that would be too long.
    mutating func add(_ line: ArraySlice<UInt8>, atMost limit: Int) -> Bool {
        guard bytes.count + line.count < limit else { return false }
        if hasData { bytes.append(lineFeed) }
        bytes += line
        hasData = true
        return true
    }

    /// Returns the event and begins the next one; nil where it has no data. The id stays.
    mutating func end() -> ServerSentEvent? {
        defer {
            bytes.removeAll(keepingCapacity: true)
            hasData = false
            type = ""
        }
        guard hasData else { return nil }
        return ServerSentEvent(
            event: type.isEmpty ? "message" : type, data: String(decoding: bytes, as: UTF8.self), id: id)
    }
}
