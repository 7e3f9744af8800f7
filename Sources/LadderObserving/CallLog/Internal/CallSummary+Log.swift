import LadderCore
import LadderJSON

extension CallSummary {
    var logValue: JSONValue {
        var value: [String: JSONValue] = [
            "usage": usage.logValue, "latency": .nanoseconds(latency), "attempts": .array(attempts.map(\.logValue)),
        ]
        value["level"] = level.map { .string($0.rawValue) }
        value["model"] = model.map { .string($0) }
        value["finish"] = finishReason?.logValue
        value["error"] = error?.logValue
        if wasAbandoned { value["abandoned"] = true }
        value["picodollars"] = cost.map { .integer(Int($0.picodollars)) }
        value["firstContent"] = timeToFirstContent.map { .nanoseconds($0) }
        value["cached"] = cached?.logValue
        return .object(value)
    }

    init?(logged ended: JSONReader) {
        let level = ended["level"].optionalChoice(of: FallbackLevel.self)
        let finish = ended["finish"].value == nil ? nil : FinishReason(logged: ended["finish"])
        let error = ended["error"].value == nil ? nil : ChatError.Kind(logged: ended["error"])
        let usage = Usage(logged: ended["usage"])
        let latency = ended["latency"].requiredNanoseconds()
        let attempts = ended["attempts"].requiredArray().compactMap { Attempt(logged: $0) }
        guard let latency else { return nil }
        self.init(
            level: level, model: ended["model"].optionalString(), finishReason: finish, error: error,
            wasAbandoned: ended["abandoned"].optionalBool() ?? false, usage: usage,
            cost: ended["picodollars"].optionalPicodollars(), latency: latency,
            timeToFirstContent: ended["firstContent"].optionalNanoseconds(), attempts: attempts)
        if ended["cached"].value != nil { cached = CacheHit(logged: ended["cached"]) }
    }
}

extension CacheHit {
    fileprivate var logValue: JSONValue {
        var value: [String: JSONValue] = [
            "age": .nanoseconds(age), "key": .string(keyDigest), "saved": .nanoseconds(timeSaved),
        ]
        value["tokens"] = saved.tokens.map { .integer($0) }
        value["picodollars"] = saved.money.map { .integer(Int($0.picodollars)) }
        return .object(value)
    }

    fileprivate convenience init?(logged hit: JSONReader) {
        let (age, key) = (hit["age"].requiredNanoseconds(), hit["key"].requiredString())
        guard let age, let key else { return nil }
        self.init(
            age: age, keyDigest: key,
            saved: TokenSpend(
                tokens: hit["tokens"].optionalInt(), money: hit["picodollars"].optionalPicodollars()),
            timeSaved: hit["saved"].optionalNanoseconds() ?? .zero)
    }
}

extension Attempt {
    fileprivate var logValue: JSONValue {
        var value: [String: JSONValue] = ["target": .string(target), "start": .instant(start)]
        value["firstContent"] = firstContent.map { .instant($0) }
        value["end"] = end.map { .instant($0) }
        value["usage"] = usage?.logValue
        value["picodollars"] = cost.map { .integer(Int($0.picodollars)) }
        value["error"] = error?.logValue
        value["status"] = status.map { .integer($0) }
        value["code"] = providerCode.map { .string($0) }
        value["request"] = requestID.map { .string($0) }
        return .object(value)
    }

    fileprivate init?(logged attempt: JSONReader) {
        let target = attempt["target"].requiredString()
        let start = attempt["start"].requiredInstant()
        guard let target, let start else { return nil }
        self.init(target: target, start: start)
        firstContent = attempt["firstContent"].optionalInstant()
        end = attempt["end"].optionalInstant()
        usage = attempt["usage"].value == nil ? nil : Usage(logged: attempt["usage"])
        cost = attempt["picodollars"].optionalPicodollars()
        error = attempt["error"].value == nil ? nil : ChatError.Kind(logged: attempt["error"])
        report(
            status: attempt["status"].optionalInt(), code: attempt["code"].optionalString(),
            requestID: attempt["request"].optionalString())
    }
}

extension Usage {
    fileprivate var logValue: JSONValue {
        var value: [String: JSONValue] = ["input": .integer(inputTokens), "output": .integer(outputTokens)]
        if cacheReadTokens != 0 { value["cacheRead"] = .integer(cacheReadTokens) }
        if cacheWriteTokens != 0 { value["cacheWrite"] = .integer(cacheWriteTokens) }
        if longCacheWriteTokens != 0 { value["longCacheWrite"] = .integer(longCacheWriteTokens) }
        if reasoningTokens != 0 { value["reasoning"] = .integer(reasoningTokens) }
        if isEstimated { value["estimated"] = true }
        return .object(value)
    }

    fileprivate init(logged usage: JSONReader) {
        self.init(
            inputTokens: usage["input"].requiredInt() ?? 0, outputTokens: usage["output"].requiredInt() ?? 0,
            cacheReadTokens: usage["cacheRead"].optionalInt() ?? 0,
            cacheWriteTokens: usage["cacheWrite"].optionalInt() ?? 0,
            longCacheWriteTokens: usage["longCacheWrite"].optionalInt() ?? 0,
            reasoningTokens: usage["reasoning"].optionalInt() ?? 0,
            isEstimated: usage["estimated"].optionalBool() ?? false)
    }
}

extension JSONValue {
    fileprivate static func instant(_ instant: Instant) -> JSONValue { .integer(Int(instant.nanoseconds)) }
}

extension JSONReader {
    func requiredInstant() -> Instant? { requiredInt().map { Instant(nanoseconds: Int64($0)) } }

    func optionalInstant() -> Instant? { optionalInt().map { Instant(nanoseconds: Int64($0)) } }
}
