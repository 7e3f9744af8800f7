extension ChatError.Kind: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, retryAfter, until, resets, phase
    }

    /// Encodes the kind as an object whose `type` is its stable name, with its details as fields.
    ///
    /// Durations and instants are seconds as decimal text, times of the calendar nanoseconds since 1970.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kindName, forKey: .type)
        switch self {
        case .throttled(let wait): try container.encodeIfPresent(wait.map(EncodedSeconds.init), forKey: .retryAfter)
        case .quotaExhausted(let until): try container.encodeIfPresent(until, forKey: .until)
        case .budgetExhausted(let resets): try container.encodeIfPresent(resets, forKey: .resets)
        case .timedOut(let phase): try container.encode(phase, forKey: .phase)
        case .circuitOpen(let until): try container.encode(EncodedSeconds(until.sinceOrigin), forKey: .until)
        case .overloaded, .server, .unreachable, .invalidOutput, .contextTooLong, .requestTooLarge, .contentFiltered,
            .unauthorized, .modelNotFound, .invalidRequest, .attemptsExhausted, .deadlineExceeded:
            break
        }
    }

    /// Decodes a kind by its `type`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(ChatError.KindName.self, forKey: .type) {
        case .throttled:
            let wait = try container.decodeIfPresent(EncodedSeconds.self, forKey: .retryAfter)
            self = .throttled(retryAfter: wait?.duration)
        case .quotaExhausted:
            self = .quotaExhausted(until: try container.decodeIfPresent(WallTime.self, forKey: .until))
        case .budgetExhausted:
            self = .budgetExhausted(resets: try container.decodeIfPresent(WallTime.self, forKey: .resets))
        case .timedOut: self = .timedOut(try container.decode(ChatError.Phase.self, forKey: .phase))
        case .circuitOpen:
            let until = try container.decode(EncodedSeconds.self, forKey: .until)
            self = .circuitOpen(until: Instant(sinceOrigin: until.duration))
        case .overloaded: self = .overloaded
        case .server: self = .server
        case .unreachable: self = .unreachable
        case .invalidOutput: self = .invalidOutput
        case .contextTooLong: self = .contextTooLong
        case .requestTooLarge: self = .requestTooLarge
        case .contentFiltered: self = .contentFiltered
        case .unauthorized: self = .unauthorized
        case .modelNotFound: self = .modelNotFound
        case .invalidRequest: self = .invalidRequest
        case .attemptsExhausted: self = .attemptsExhausted
        case .deadlineExceeded: self = .deadlineExceeded
        }
    }
}

extension ChatError.Phase: Codable {}
