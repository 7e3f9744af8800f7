import LadderCore
import LadderJSON

extension TraceEvent {
    var logValue: JSONValue {
        var value: [String: JSONValue] = [
            "stage": .string(stage), "verdict": .string(verdict.rawValue), "offset": .nanoseconds(offset),
        ]
        if !reason.isEmpty { value["reason"] = .string(reason) }
        value["detail"] = detail?.logValue
        return .object(value)
    }

    init?(logged step: JSONReader) {
        let stage = step["stage"].requiredString()
        let verdict = step["verdict"].requiredChoice(of: Verdict.self)
        let reason = step["reason"].optionalString() ?? ""
        let offset = step["offset"].requiredNanoseconds()
        let detail = step["detail"].value == nil ? nil : Detail(logged: step["detail"])
        guard let stage, let verdict, let offset else { return nil }
        self.init(stage: stage, verdict: verdict, reason: reason, offset: offset, detail: detail)
    }
}

extension TraceEvent.Detail {
    fileprivate var logValue: JSONValue {
        switch self {
        case .wait(let wait): return ["wait": .nanoseconds(wait)]
        // JSON has no NaN and no infinity.
        case .similarity(let value): return ["similarity": value.isFinite ? .number(value) : .string("\(value)")]
        case .age(let age): return ["age": .nanoseconds(age)]
        case .breaker(let state): return ["breaker": .string(state)]
        case .spent(let tokens, let cost):
            var value: [String: JSONValue] = ["tokens": .integer(tokens)]
            value["picodollars"] = cost.map { .integer(Int($0.picodollars)) }
            return .object(value)
        case .target(let target): return ["target": .string(target)]
        case .rateLimits(let limits): return ["rateLimits": .array(limits.map(\.logValue))]
        }
    }

    fileprivate init?(logged detail: JSONReader) {
        if let tokens = detail["tokens"].optionalInt() {
            self = .spent(tokens: tokens, cost: detail["picodollars"].optionalPicodollars())
        } else if let wait = detail["wait"].optionalNanoseconds() {
            self = .wait(wait)
        } else if let age = detail["age"].optionalNanoseconds() {
            self = .age(age)
        } else if let state = detail["breaker"].optionalString() {
            self = .breaker(state)
        } else if let limits = detail["rateLimits"].optionalArray() {
            self = .rateLimits(limits.compactMap(RateLimit.init(logged:)))
        } else if let target = detail["target"].optionalString() {
            self = .target(target)
        } else if let value = detail["similarity"].value, let number = value.double ?? value.string.flatMap(Double.init)
        {
            self = .similarity(number)
        } else {
            detail.report("is no detail of a step")
            return nil
        }
    }
}

extension RateLimit {
    fileprivate var logValue: JSONValue {
        var value: [String: JSONValue] = ["name": .string(name)]
        value["limit"] = limit.map { .integer($0) }
        value["remaining"] = remaining.map { .integer($0) }
        value["resets"] = resets.map { .integer(Int($0.nanosecondsSince1970)) }
        return .object(value)
    }

    fileprivate init?(logged json: JSONReader) {
        guard let name = json["name"].requiredString() else { return nil }
        self.init(
            name: name, limit: json["limit"].optionalInt(), remaining: json["remaining"].optionalInt(),
            resets: json["resets"].optionalInt().map { WallTime(nanosecondsSince1970: Int64($0)) })
    }
}

extension JSONValue {
    static func nanoseconds(_ duration: Duration) -> JSONValue {
        .integer(Int(duration.clampedNanoseconds))
    }
}

extension JSONReader {
    func requiredNanoseconds() -> Duration? { requiredInt().map { .nanoseconds(Int64($0)) } }

    func optionalNanoseconds() -> Duration? { optionalInt().map { .nanoseconds(Int64($0)) } }

    func optionalPicodollars() -> Money? { optionalInt().map { Money(picodollars: Int64($0)) } }
}
