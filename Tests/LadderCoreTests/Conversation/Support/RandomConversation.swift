import LadderCore
import LadderJSON
import LadderTesting

/// Draws conversation values of every kind from a seed.
struct RandomConversation {
    var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    mutating func flip() -> Bool { Bool.random(using: &random) }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func any() -> Int { Int(truncatingIfNeeded: random.next()) }

    mutating func list<Element>(upTo count: Int, _ element: (inout RandomConversation) -> Element) -> [Element] {
        (0..<number(0...count)).map { _ in element(&self) }
    }

    mutating func maybe<Value>(_ value: (inout RandomConversation) -> Value) -> Value? {
        flip() ? value(&self) : nil
    }

    mutating func text() -> String {
        let scalars = list(upTo: 8) { conversation -> Unicode.Scalar? in
            let highest = 0x10FFFF >> UInt32(conversation.number(0...16))
            return Unicode.Scalar(UInt32(conversation.number(0...highest)))
        }
        return String(String.UnicodeScalarView(scalars.compactMap { $0 }))
    }

    mutating func bytes() -> [UInt8] { list(upTo: 9) { UInt8($0.number(0...255)) } }

    mutating func double() -> Double {
        let double = Double(bitPattern: random.next())
        return double.isFinite ? double : 1
    }

    mutating func value(depth: Int = 3) -> JSONValue {
        switch number(0...(depth == 0 ? 4 : 6)) {
        case 0: .null
        case 1: .bool(flip())
        case 2: .integer(any())
        case 3: .number(flip() ? Double(number(-3...3)) : double())
        case 4: .string(text())
        case 5: .array(list(upTo: 3) { $0.value(depth: depth - 1) })
        default: .object(fields(depth: depth - 1))
        }
    }

    mutating func fields(depth: Int = 2) -> [String: JSONValue] {
        Dictionary(list(upTo: 3) { ($0.text(), $0.value(depth: depth)) }, uniquingKeysWith: { $1 })
    }

    mutating func schema() -> JSONSchema {
        let keys = list(upTo: 5) { $0.text() }
        let members = keys.map { JSONValue.string($0).text + ":" + value().text }
        return (try? JSONSchema(parsing: "{" + members.joined(separator: ",") + "}")) ?? ["type": "object"]
    }

    mutating func duration() -> Duration {
        flip() ? .milliseconds(number(-5_000...5_000)) : Duration(attoseconds: Int128(any()) * Int128(any()))
    }

    mutating func wallTime() -> WallTime { WallTime(nanosecondsSince1970: Int64(any())) }

    mutating func kind() -> ChatError.Kind {
        switch ChatError.KindName.allCases.randomElement(using: &random) ?? .server {
        case .throttled: .throttled(retryAfter: maybe { $0.duration() })
        case .quotaExhausted: .quotaExhausted(until: maybe { $0.wallTime() })
        case .overloaded: .overloaded
        case .server: .server
        case .unreachable: .unreachable
        case .timedOut: .timedOut(ChatError.Phase.allCases.randomElement(using: &random) ?? .total)
        case .invalidOutput: .invalidOutput
        case .contextTooLong: .contextTooLong
        case .requestTooLarge: .requestTooLarge
        case .contentFiltered: .contentFiltered
        case .unauthorized: .unauthorized
        case .modelNotFound: .modelNotFound
        case .invalidRequest: .invalidRequest
        case .budgetExhausted: .budgetExhausted(resets: maybe { $0.wallTime() })
        case .circuitOpen: .circuitOpen(until: Instant(nanoseconds: Int64(any())))
        case .attemptsExhausted: .attemptsExhausted
        case .deadlineExceeded: .deadlineExceeded
        }
    }
}
