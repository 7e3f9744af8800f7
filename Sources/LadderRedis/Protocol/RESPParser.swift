/// A parser of replies, of RESP2 and RESP3, that takes the bytes in pieces of any size.
///
/// Each byte is read once, however small the pieces are. Deep nesting is limited and needs no recursion, and a length
/// that the server only announces takes no memory. No input makes it trap.
package struct RESPParser: Sendable {
    /// The limits on one reply.
    package let limits: RESPLimits
    private var input = ReplyBytes()
    private var open: [OpenCollection] = []
    /// The number of elements of the reply so far.
    private var elementCount = 0
    /// The number of bytes of the reply so far.
    private var byteCount = 0
    /// The string whose length has been read, and whose bytes are not all there.
    private var pending: PendingString?
    private var failure: RESPSyntaxError?

    /// A string of a known length.
    private struct PendingString {
        let kind: StringKind
        let length: Int
    }

    /// What a line of a reply means.
    private enum Line {
        case value(RESPValue)
        case string(PendingString)
        case collection(OpenCollection.Kind, count: Int)
    }

    /// Creates a parser at the beginning of a stream.
    package init(limits: RESPLimits = RESPLimits()) {
        self.limits = limits
    }

    /// The number of bytes that wait for the rest of their reply.
    package var waitingBytes: Int { input.count }

    /// Adds bytes that have been received.
    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        if failure == nil { input.append(bytes) }
    }

    /// Returns the next reply, or nil if it is not there as a whole.
    ///
    /// - Throws: The mistake in the stream. Every further call throws it too.
    package mutating func next() throws(RESPSyntaxError) -> RESPValue? {
        if let failure { throw failure }
        do throws(RESPSyntaxError) {
            return try readReply()
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func readReply() throws(RESPSyntaxError) -> RESPValue? {
        while true {
            let value: RESPValue
            if let pending {
                guard let string = try input.takeString(length: pending.length) else { return nil }
                value = try Self.value(of: string, kind: pending.kind)
                self.pending = nil
            } else {
                guard let line = try input.takeLine(limit: limits.lineBytes) else { return nil }
                switch try read(line) {
                case .value(let read): value = read
                case .string(let string):
                    pending = string
                    continue
                case .collection(let kind, let count):
                    if let empty = try begin(kind, count: count) { value = empty } else { continue }
                }
            }
            if let reply = place(value) { return reply }
        }
    }

    /// Puts a value where it belongs, and returns the reply if it is complete with it.
    private mutating func place(_ value: RESPValue) -> RESPValue? {
        var value = value
        while let last = open.indices.last {
            open[last].append(value)
            guard open[last].missing == 0 else { return nil }
            guard let collection = open.removeLast().value else { return nil }
            value = collection
        }
        elementCount = 0
        byteCount = 0
        return value
    }

    /// Begins a collection, and returns it if it is empty already.
    private mutating func begin(_ kind: OpenCollection.Kind, count: Int) throws(RESPSyntaxError) -> RESPValue? {
        elementCount += count
        if elementCount > limits.elements { throw fail("a reply has more than \(limits.elements) elements") }
        if kind == .push, !open.isEmpty { throw fail("a push message is inside a reply") }
        let collection = OpenCollection(kind, count: count)
        if count == 0 { return collection.value }
        if open.count >= limits.depth { throw fail("a reply has more than \(limits.depth) levels") }
        open.append(collection)
        return nil
    }

    private mutating func read(_ line: ArraySlice<UInt8>) throws(RESPSyntaxError) -> Line {
        guard let type = line.first else { throw fail("a line is empty where a reply should begin") }
        let rest = line.dropFirst()
        byteCount += rest.count
        if byteCount > limits.replyBytes { throw fail("a reply has more than \(limits.replyBytes) bytes") }
        switch type {
        case UInt8(ascii: "$"): return try string(.bytes, rest)
        case UInt8(ascii: "!"): return try string(.error, rest)
        case UInt8(ascii: "="): return try string(.verbatim, rest)
        case UInt8(ascii: "*"): return try collection(.array, rest)
        case UInt8(ascii: "~"): return try collection(.set, rest)
        case UInt8(ascii: "%"): return try collection(.map, rest)
        case UInt8(ascii: ">"): return try collection(.push, rest)
        case UInt8(ascii: "|"): return try collection(.attribute, rest)
        default: return .value(try Self.value(of: rest, type: type))
        }
    }

    private mutating func string(
        _ kind: StringKind, _ digits: ArraySlice<UInt8>
    ) throws(RESPSyntaxError) -> Line {
        guard let length = ReplyNumber.integer(digits) else { throw fail("the length of a string is no number") }
        if length == -1, kind == .bytes { return .value(.null) }
        guard length >= 0, length <= Int64(limits.stringBytes) else {
            throw fail("a string has \(length) bytes; allowed 0…\(limits.stringBytes)")
        }
        byteCount += Int(length)
        if byteCount > limits.replyBytes { throw fail("a reply has more than \(limits.replyBytes) bytes") }
        return .string(PendingString(kind: kind, length: Int(length)))
    }

    private func collection(
        _ kind: OpenCollection.Kind, _ digits: ArraySlice<UInt8>
    ) throws(RESPSyntaxError) -> Line {
        guard let count = ReplyNumber.integer(digits) else { throw fail("a number of elements is no number") }
        if count == -1, kind == .array { return .value(.null) }
        guard count >= 0, count <= Int64(limits.elements) else {
            throw fail("a reply has \(count) elements; allowed 0…\(limits.elements)")
        }
        return .collection(kind, count: Int(count) * (kind == .map || kind == .attribute ? 2 : 1))
    }

    private func fail(_ message: String) -> RESPSyntaxError { RESPSyntaxError(message: message) }
}
