import Ladder
import LadderRedis

/// A parser, samples of what it reads, and what must hold for every input.
struct FuzzedParser: Sendable {
    let name: String
    let samples: [[UInt8]]
    /// Returns what is wrong, nil for nothing.
    let check: @Sendable (_ input: [UInt8], _ split: Int) async -> String?

    init(
        _ name: String, samples: [String],
        check: @escaping @Sendable (_ input: [UInt8], _ split: Int) async -> String?
    ) {
        self.name = name
        self.samples = samples.map { Array($0.utf8) }
        self.check = check
    }

    func finding(in input: [UInt8], splitAt split: Int) async -> String? { await check(input, split) }

    static let all: [FuzzedParser] = [json, errors, rateLimits, events, replies] + FuzzedClient.all.flatMap(\.parsers)

    private static let json = FuzzedParser("json", samples: FuzzSamples.json) { input, _ in
        guard let value = try? JSONValue(parsing: input) else { return nil }
        return (try? JSONValue(parsing: value.text)) == value ? nil : "the text of a value reads as another value"
    }

    private static let errors = FuzzedParser("errors", samples: FuzzSamples.errors) { input, split in
        let text = String(decoding: input.prefix(64), as: UTF8.self)
        let headers = ["retry-after": text, "retry-after-ms": text, "x-request-id": text, "x-should-retry": text]
        let error = ChatError(status: 100 + split % 500, headers: headers, body: input)
        if let wait = error.retryAfter, wait < .zero || wait > .seconds(31 * 86_400) { return "a wait of \(wait)" }
        return nil
    }

    private static let rateLimits = FuzzedParser("rate-limits", samples: FuzzSamples.waits) { input, _ in
        let text = String(decoding: input, as: UTF8.self)
        let names = ["x-ratelimit-remaining-requests", "x-ratelimit-reset-tokens", "anthropic-ratelimit-tokens-reset"]
        let headers = Dictionary(names.map { ($0, text) }) { first, _ in first }
        let isNegative = RateLimit.reading(headers: headers).contains { ($0.remaining ?? 0) < 0 }
        return isNegative ? "a negative count" : nil
    }

    private static let replies = FuzzedParser("redis-replies", samples: FuzzSamples.replies) { input, split in
        let (whole, parts) = (read([input[...]]), read([input[..<split], input[split...]]))
        return whole == parts ? nil : "the replies depend on the split"
    }

    /// Returns the replies in some pieces before the first error, and the error.
    private static func read(_ pieces: [ArraySlice<UInt8>]) -> (replies: [RESPValue], error: RESPSyntaxError?) {
        var parser = RESPParser(limits: RESPLimits(stringBytes: 1 << 20, lineBytes: 1_024, elements: 1_000, depth: 8))
        var replies: [RESPValue] = []
        do throws(RESPSyntaxError) {
            for piece in pieces {
                parser.append(piece)
                while let reply = try parser.next() { replies.append(reply) }
            }
            return (replies, nil)
        } catch {
            return (replies, error)
        }
    }

    private static let events = FuzzedParser("events", samples: FuzzSamples.events) { input, split in
        func read(_ pieces: [[UInt8]]) -> [ServerSentEvent]? {
            var parser = EventStreamParser(maximumEventBytes: 4_096)
            return try? pieces.flatMap { try parser.events(in: $0) }
        }
        let parts = [Array(input[..<split]), Array(input[split...])]
        return read([input]) == read(parts) ? nil : "the events depend on the split"
    }
}
