import Ladder
import LadderTesting

extension ProviderState {
    /// Reads the name of a known state, or an object with a known state and what is different.
    init?(json: JSONReader) {
        if let name = json.value?.string {
            guard let known = Self.known.first(where: { $0.name == name }) else {
                json.report("is \"\(name)\"; expected one of \(Self.known.map(\.name).joined(separator: ", "))")
                return nil
            }
            self = known
            return
        }
        guard json.value?.object != nil else {
            json.reportKind("the name of a state, or an object")
            return nil
        }
        json.rejectUnknownKeys([
            "state", "latency", "failing", "kind", "retryAfter", "cuts", "stalls", "hangs", "empty",
        ])
        if json["state"].value == nil {
            self = .healthy
        } else {
            guard let known = ProviderState(json: json["state"]) else { return nil }
            self = known
        }
        name = json["state"].value?.string ?? "custom"
        condition = condition.changed(by: json)
    }
}

extension ProviderCondition {
    fileprivate func changed(by json: JSONReader) -> ProviderCondition {
        var condition = self
        if let bounds = json["latency"].optionalArray() {
            let times = bounds.compactMap { $0.requiredDuration() }
            if times.count == 2, times[0] <= times[1] {
                condition.latency = times[0]...times[1]
            } else {
                json["latency"].report("must be a list of two durations, the shorter one first")
            }
        }
        if let share = json["failing"].optionalNumber(in: 0...1) {
            condition.faults = [Fault(Self.kind(json["kind"]) ?? .server, share: share)]
        } else if json["kind"].value != nil {
            json["kind"].report("has no effect without failing, the share of attempts that fail this way")
        }
        condition.longestRetryAfter = json["retryAfter"].optionalDuration() ?? condition.longestRetryAfter
        condition.cuts = json["cuts"].optionalNumber(in: 0...1) ?? condition.cuts
        condition.stalls = json["stalls"].optionalNumber(in: 0...1) ?? condition.stalls
        condition.hangs = json["hangs"].optionalNumber(in: 0...1) ?? condition.hangs
        condition.emptyAnswers = json["empty"].optionalNumber(in: 0...1) ?? condition.emptyAnswers
        return condition
    }

    private static let kinds: [(name: String, kind: ChatError.Kind)] = [
        ("server", .server), ("overloaded", .overloaded), ("throttled", .throttled(retryAfter: nil)),
        ("unreachable", .unreachable), ("quotaExhausted", .quotaExhausted(until: nil)),
        ("invalidOutput", .invalidOutput), ("unauthorized", .unauthorized), ("contentFiltered", .contentFiltered),
    ]

    private static func kind(_ json: JSONReader) -> ChatError.Kind? {
        guard json.value != nil else { return nil }
        let names = kinds.map { "\"\($0.name)\"" }.joined(separator: ", ")
        return json.read("one of \(names)") { value in kinds.first { .string($0.name) == value }?.kind }
    }
}
