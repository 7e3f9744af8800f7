@testable import LadderObserving
import LadderCore
import LadderTesting

/// A generator of events of every shape from a seed.
struct GeneratedEvents {
    private var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func event() -> CallEvent {
        var tags: [String: String] = [:]
        for _ in 0..<pick([0, 0, 1, 3]) { tags[text()] = text() }
        let scope = CallScope(tenant: text(), user: text(), session: text(), feature: text(), tags: tags)
        return CallEvent(
            callID: text(), scope: scope,
            callStart: WallTime(nanosecondsSince1970: number()), kind: kind())
    }

    private mutating func kind() -> CallEvent.Kind {
        switch pick([0, 1, 1, 1, 2, 2, 2, 3]) {
        case 0:
            .began(
                BeganCall(
                    model: text(), delivery: pick([.whole, .streamed]), messages: Int(number()),
                    textBytes: Int(number()), requestDigest: maybe { $0.text() }))
        case 1:
            .step(
                TraceEvent(
                    stage: text(), verdict: pick(TraceEvent.Verdict.allCases), reason: text(),
                    offset: .nanoseconds(number()), detail: maybe { $0.detail() }))
        case 2: .ended(summary())
        default: .dropped(Int(number()))
        }
    }

    private mutating func detail() -> TraceEvent.Detail {
        switch pick([0, 1, 2, 3, 4, 5, 6]) {
        case 0: .wait(.nanoseconds(number()))
        case 1: .similarity(pick([random.uniform(), 0, 1, -0.0, 1e-300, 1.7e308, 0.1 + 0.2, .infinity]))
        case 2: .age(.nanoseconds(number()))
        case 3: .breaker(text())
        case 4: .spent(tokens: Int(number()), cost: maybe { Money(picodollars: $0.number()) })
        case 5: .rateLimits((0..<pick([0, 1, 3])).map { _ in rateLimit() })
        default: .target(text())
        }
    }

    private mutating func rateLimit() -> RateLimit {
        RateLimit(
            name: text(), limit: maybe { Int($0.number()) }, remaining: maybe { Int($0.number()) },
            resets: maybe { WallTime(nanosecondsSince1970: $0.number()) })
    }

    private mutating func summary() -> CallSummary {
        CallSummary(
            level: maybe { $0.pick(FallbackLevel.allCases) }, model: maybe { $0.text() },
            finishReason: maybe { $0.finish() }, error: maybe { $0.error() }, wasAbandoned: pick([true, false]),
            usage: usage(), cost: maybe { Money(picodollars: $0.number()) }, latency: .nanoseconds(number()),
            timeToFirstContent: maybe { .nanoseconds($0.number()) },
            attempts: (0..<pick([0, 1, 4])).map { _ in attempt() })
    }

    private mutating func attempt() -> Attempt {
        var attempt = Attempt(target: text(), start: Instant(nanoseconds: number()))
        attempt.firstContent = maybe { Instant(nanoseconds: $0.number()) }
        attempt.end = maybe { Instant(nanoseconds: $0.number()) }
        attempt.usage = maybe { $0.usage() }
        attempt.cost = maybe { Money(picodollars: $0.number()) }
        if let kind = maybe({ $0.error() }) {
            var error = ChatError(kind)
            error.status = maybe { Int($0.number()) }
            error.providerCode = maybe { $0.text() }
            error.requestID = maybe { $0.text() }
            attempt.fail(with: error)
        }
        return attempt
    }

    private mutating func usage() -> Usage {
        Usage(
            inputTokens: Int(number()), outputTokens: Int(number()), cacheReadTokens: Int(number()),
            cacheWriteTokens: Int(number()), longCacheWriteTokens: Int(number()), reasoningTokens: Int(number()),
            isEstimated: pick([true, false]))
    }

    private mutating func finish() -> FinishReason {
        switch pick([0, 1, 2, 3, 4, 5, 6]) {
        case 0: .stop
        case 1: .length
        case 2: .toolCalls
        case 3: .filtered
        case 4: .partial(.readerTooSlow)
        default: .partial(.error(error()))
        }
    }

    private mutating func error() -> ChatError.Kind {
        let time = WallTime(nanosecondsSince1970: number())
        let kinds: [ChatError.Kind] = [
            .throttled(retryAfter: nil), .throttled(retryAfter: .nanoseconds(number())), .quotaExhausted(until: nil),
            .quotaExhausted(until: time), .overloaded, .server, .unreachable,
            .timedOut(pick(ChatError.Phase.allCases)), .invalidOutput, .contextTooLong, .requestTooLarge,
            .contentFiltered, .unauthorized, .modelNotFound, .invalidRequest, .budgetExhausted(resets: nil),
            .budgetExhausted(resets: time), .circuitOpen(until: Instant(nanoseconds: number())), .attemptsExhausted,
            .deadlineExceeded,
        ]
        return pick(kinds)
    }

    private mutating func number() -> Int64 {
        pick([0, 1, -1, .max, .min, Int64(random.next() >> 20), Int64(bitPattern: random.next())])
    }

    private mutating func text() -> String {
        pick(["", "m", "gpt-4o", "a \"b\" \\ c", "line\nbreak\r\u{2028}", "é😀\0", "null", "{}", "\(random.next())"])
    }

    private mutating func maybe<Value>(_ make: (inout GeneratedEvents) -> Value) -> Value? {
        random.next() % 3 == 0 ? nil : make(&self)
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int(random.next() % UInt64(values.count))]
    }
}

/// An event that can be compared.
struct ComparableEvent: Hashable {
    let callID: String
    let scope: CallScope
    let callStart: WallTime
    let began: BeganCall?
    let step: TraceEvent?
    let ended: CallSummary?
    let dropped: Int?

    init(_ event: CallEvent) {
        (callID, scope, callStart) = (event.callID, event.scope, event.callStart)
        var (began, step, ended, dropped) = (BeganCall?.none, TraceEvent?.none, CallSummary?.none, Int?.none)
        switch event.kind {
        case .began(let value): began = value
        case .step(let value): step = value
        case .ended(let value): ended = value
        case .dropped(let value): dropped = value
        }
        (self.began, self.step, self.ended, self.dropped) = (began, step, ended, dropped)
    }
}
