/// The byte of a finish reason in stored bytes. The values never change.
enum FinishTag: UInt8 {
    case stop
    case length
    case toolCalls
    case filtered
    case error
    case readerTooSlow
}

extension ByteWriter {
    mutating func write(_ reason: FinishReason) {
        switch reason {
        case .stop: write(tag: FinishTag.stop)
        case .length: write(tag: FinishTag.length)
        case .toolCalls: write(tag: FinishTag.toolCalls)
        case .filtered: write(tag: FinishTag.filtered)
        case .partial(.readerTooSlow): write(tag: FinishTag.readerTooSlow)
        case .partial(.error(let kind)):
            write(tag: FinishTag.error)
            write(kind)
        }
    }

    mutating func write(_ duration: Duration) {
        // Its seconds alone can be more than 64 bits hold.
        write(Int64(truncatingIfNeeded: duration.attoseconds >> 64))
        write(unsigned: UInt64(truncatingIfNeeded: duration.attoseconds))
    }

    /// Writes the stable name of a kind, and what it says beside the name.
    private mutating func write(_ kind: ChatError.Kind) {
        write(kind.name)
        switch kind {
        case .throttled(let wait): write(wait) { $0.write($1) }
        case .quotaExhausted(let time), .budgetExhausted(let time): write(time) { $0.write($1.nanosecondsSince1970) }
        case .timedOut(let phase): write(phase.rawValue)
        case .circuitOpen(let instant): write(instant.nanoseconds)
        case .overloaded, .server, .unreachable, .invalidOutput, .contextTooLong, .requestTooLarge, .contentFiltered,
            .unauthorized, .modelNotFound, .invalidRequest, .attemptsExhausted, .deadlineExceeded:
            break
        }
    }
}
