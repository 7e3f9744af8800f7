import LadderWire
import Testing

/// A stream and the events in it, by the rules of the WHATWG standard.
struct EventStreamCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let events: [ServerSentEvent]

    init(_ name: String, _ text: String, _ events: ServerSentEvent...) {
        self.init(name, bytes: Array(text.utf8), events)
    }

    init(_ name: String, bytes: [UInt8], _ events: [ServerSentEvent]) {
        testDescription = name
        self.bytes = bytes
        self.events = events
    }

    static let all: [EventStreamCase] = [
        EventStreamCase("line feeds", "data: a\n\ndata: b\n\n", ServerSentEvent(data: "a"), ServerSentEvent(data: "b")),
        EventStreamCase(
            "carriage returns", "data: a\r\rdata: b\r\r", ServerSentEvent(data: "a"), ServerSentEvent(data: "b")),
        EventStreamCase(
            "both", "data: a\r\n\r\ndata: b\r\n\r\n", ServerSentEvent(data: "a"), ServerSentEvent(data: "b")),
        EventStreamCase("mixed", "data: a\r\n\ndata: b\n\r\n", ServerSentEvent(data: "a"), ServerSentEvent(data: "b")),
        EventStreamCase("a byte order mark", "\u{FEFF}data: a\n\n", ServerSentEvent(data: "a")),
        EventStreamCase("two marks: the second belongs to a name", "\u{FEFF}\u{FEFF}data: a\n\n"),
        EventStreamCase("several lines", "data: a\ndata:\ndata: b\n\n", ServerSentEvent(data: "a\n\nb")),
        EventStreamCase("one space is removed", "data:  a\ndata:b\n\n", ServerSentEvent(data: " a\nb")),
        EventStreamCase(
            "a field without a colon", "data\n\ndata\ndata\n\n", ServerSentEvent(data: ""), ServerSentEvent(data: "\n")),
        EventStreamCase("comments", ": keep-alive\n\n:\n\ndata: a\n: within\n\n", ServerSentEvent(data: "a")),
        EventStreamCase(
            "types", "event: ping\ndata: a\n\ndata: b\n\nevent: x\nevent: y\ndata: c\n\n",
            ServerSentEvent(event: "ping", data: "a"), ServerSentEvent(data: "b"),
            ServerSentEvent(event: "y", data: "c")),
        EventStreamCase("a type without data is no event", "event: ping\n\ndata: a\n\n", ServerSentEvent(data: "a")),
        EventStreamCase(
            "ids stay", "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
            ServerSentEvent(data: "a", id: "1"), ServerSentEvent(data: "b", id: "1"), ServerSentEvent(data: "c")),
        EventStreamCase(
            "an id with NUL is ignored", "id: 1\ndata: a\n\nid: 2\u{0}\ndata: b\n\n",
            ServerSentEvent(data: "a", id: "1"), ServerSentEvent(data: "b", id: "1")),
        EventStreamCase("unknown fields", "foo: bar\nData: x\n data: y\ndata: a\n\n", ServerSentEvent(data: "a")),
        EventStreamCase("an unfinished event is dropped", "data: a\n\ndata: b\n", ServerSentEvent(data: "a")),
        EventStreamCase("an unfinished line is dropped", "data: a\n\ndata: b", ServerSentEvent(data: "a")),
        EventStreamCase("characters of several bytes", "data: Grüße 🌍\n\n", ServerSentEvent(data: "Grüße 🌍")),
        EventStreamCase(
            "bytes that are no UTF-8", bytes: Array("data: a".utf8) + [0xFF, 0xC3] + Array("\n\n".utf8),
            [ServerSentEvent(data: "a\u{FFFD}\u{FFFD}")]),
        EventStreamCase("nothing", ""),
        EventStreamCase("empty lines", "\n\r\n\r\n\n"),
    ]
}

@Suite struct EventStreamParserTests {
    private func events(of pieces: [[UInt8]]) throws -> [ServerSentEvent] {
        var parser = EventStreamParser()
        return try pieces.flatMap { try parser.events(in: $0) }
    }

    @Test(arguments: EventStreamCase.all)
    func `events are found by the standard's rules, wherever the bytes are split`(sample: EventStreamCase) throws {
        let bytes = sample.bytes
        #expect(try events(of: [bytes]) == sample.events)
        #expect(try events(of: bytes.map { [$0] }) == sample.events)
        for position in 0...bytes.count {
            #expect(try events(of: [Array(bytes[..<position]), [], Array(bytes[position...])]) == sample.events)
        }
    }

    @Test(
        arguments: [
            ("retry: 1500\n", 1_500), ("retry: 0\n", 0), ("retry: -5\n", nil), ("retry: +5\n", nil),
            ("retry: 5s\n", nil),
            ("retry:\n", nil), ("retry: 99999999999999999999\n", nil),
        ] as [(String, Int?)])
    func `a wait is a number of milliseconds in digits`(text: String, milliseconds: Int?) throws {
        var parser = EventStreamParser()
        _ = try parser.events(in: Array(text.utf8))
        #expect(parser.retry == milliseconds.map { .milliseconds($0) })
    }

    @Test func `a line and an event have a longest length`() throws {
        var parser = EventStreamParser(maximumEventBytes: 10)
        #expect(try parser.events(in: Array("data: abcd\n\n".utf8)).count == 1)
        #expect(throws: EventStreamError.lineTooLong(limit: 10)) { try parser.events(in: Array("data: abcde".utf8)) }
        var lines = EventStreamParser(maximumEventBytes: 10)
        #expect(throws: EventStreamError.eventTooLong(limit: 10)) {
            try lines.events(in: Array("data:aaaa\ndata:bbbb\ndata:cccc\n".utf8))
        }
    }

    @Test func `a megabyte in one line is one event`() throws {
        let text = String(repeating: "x", count: 1 << 20)
        #expect(try events(of: [Array("data: \(text)\n\n".utf8)]) == [ServerSentEvent(data: text)])
    }
}
