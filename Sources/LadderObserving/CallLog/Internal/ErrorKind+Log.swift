import LadderCore
import LadderJSON

extension ChatError.Kind {
    var logValue: JSONValue {
        var value: [String: JSONValue] = ["kind": .string(name)]
        switch self {
        case .throttled(let wait): value["retryAfter"] = wait.map { .nanoseconds($0) }
        case .quotaExhausted(let until): value["until"] = until.map { .integer(Int($0.nanosecondsSince1970)) }
        case .budgetExhausted(let resets): value["resets"] = resets.map { .integer(Int($0.nanosecondsSince1970)) }
        case .timedOut(let phase): value["phase"] = .string(phase.rawValue)
        case .circuitOpen(let until): value["until"] = .integer(Int(until.nanoseconds))
        case .overloaded, .server, .unreachable, .invalidOutput, .contextTooLong, .requestTooLarge, .contentFiltered,
            .unauthorized, .modelNotFound, .invalidRequest, .attemptsExhausted, .deadlineExceeded:
            break
        }
        return .object(value)
    }

    init?(logged error: JSONReader) {
        guard let name = error["kind"].requiredString() else { return nil }
        func wallTime(_ key: String) -> WallTime? {
            error[key].optionalInt().map { WallTime(nanosecondsSince1970: Int64($0)) }
        }
        guard let kindName = ChatError.KindName(rawValue: name) else {
            error["kind"].report("is \"\(name.cut(atMost: 40))\"; expected a kind of error")
            return nil
        }
        switch kindName {
        case .throttled: self = .throttled(retryAfter: error["retryAfter"].optionalNanoseconds())
        case .quotaExhausted: self = .quotaExhausted(until: wallTime("until"))
        case .budgetExhausted: self = .budgetExhausted(resets: wallTime("resets"))
        case .timedOut:
            guard let phase = error["phase"].requiredChoice(of: ChatError.Phase.self) else { return nil }
            self = .timedOut(phase)
        case .circuitOpen:
            guard let until = error["until"].requiredInstant() else { return nil }
            self = .circuitOpen(until: until)
        case .overloaded, .server, .unreachable, .invalidOutput, .contextTooLong, .requestTooLarge,
            .contentFiltered, .unauthorized, .modelNotFound, .invalidRequest, .attemptsExhausted, .deadlineExceeded:
            self = kindName.exampleKind
        }
    }
}

extension FinishReason {
    var logValue: JSONValue {
        switch self {
        case .stop: "stop"
        case .length: "length"
        case .toolCalls: "toolCalls"
        case .filtered: "filtered"
        case .partial(.readerTooSlow): ["cut": "readerTooSlow"]
        case .partial(.error(let kind)): ["cut": kind.logValue]
        }
    }

    init?(logged finish: JSONReader) {
        if finish.value?.object != nil {
            if finish["cut"].value?.string == "readerTooSlow" {
                self = .partial(.readerTooSlow)
            } else if let kind = ChatError.Kind(logged: finish["cut"]) {
                self = .partial(.error(kind))
            } else {
                return nil
            }
            return
        }
        switch finish.requiredString() {
        case "stop": self = .stop
        case "length": self = .length
        case "toolCalls": self = .toolCalls
        case "filtered": self = .filtered
        case nil: return nil
        default:
            finish.report("is no reason to finish")
            return nil
        }
    }
}
