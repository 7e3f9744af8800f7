extension ByteReader {
    mutating func readFinishReason() throws(StoreError) -> FinishReason {
        guard let tag = FinishTag(rawValue: try readByte()) else {
            throw ByteReader.corrupt("the finish reason is unknown")
        }
        switch tag {
        case .stop: return .stop
        case .length: return .length
        case .toolCalls: return .toolCalls
        case .filtered: return .filtered
        case .error: return .partial(.error(try readKind()))
        case .readerTooSlow: return .partial(.readerTooSlow)
        }
    }

    mutating func readDuration() throws(StoreError) -> Duration {
        let high = Int128(try readInteger()) << 64
        return Duration(attoseconds: high | Int128(try readUnsigned()))
    }

    /// Reads a value by its stable name.
    mutating func readNamed<Value: RawRepresentable<String>>(_: Value.Type) throws(StoreError) -> Value {
        guard let value = Value(rawValue: try readString()) else { throw ByteReader.corrupt("a name is unknown") }
        return value
    }

    private mutating func readWallTime() throws(StoreError) -> WallTime? {
        try readOptional { reader throws(StoreError) in WallTime(nanosecondsSince1970: try reader.readInteger()) }
    }

    private mutating func readKind() throws(StoreError) -> ChatError.Kind {
        switch try readNamed(ChatError.KindName.self) {
        case .throttled:
            return .throttled(
                retryAfter: try readOptional { reader throws(StoreError) in try reader.readDuration() })
        case .quotaExhausted: return .quotaExhausted(until: try readWallTime())
        case .budgetExhausted: return .budgetExhausted(resets: try readWallTime())
        case .timedOut: return .timedOut(try readNamed(ChatError.Phase.self))
        case .circuitOpen: return .circuitOpen(until: Instant(nanoseconds: try readInteger()))
        case .overloaded: return .overloaded
        case .server: return .server
        case .unreachable: return .unreachable
        case .invalidOutput: return .invalidOutput
        case .contextTooLong: return .contextTooLong
        case .requestTooLarge: return .requestTooLarge
        case .contentFiltered: return .contentFiltered
        case .unauthorized: return .unauthorized
        case .modelNotFound: return .modelNotFound
        case .invalidRequest: return .invalidRequest
        case .attemptsExhausted: return .attemptsExhausted
        case .deadlineExceeded: return .deadlineExceeded
        }
    }
}
