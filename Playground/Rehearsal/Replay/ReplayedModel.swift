import Ladder

/// A model that behaves in each call as the recorded attempts of that call did.
///
/// An attempt of the pipeline that is replayed meets the recorded attempt of the same number at the same target. Beyond the
/// recorded ones it meets the last one before: of this call, else of any call. Where that one has failed, the target fails
/// again, and otherwise it answers as usual.
struct ReplayedModel: ChatModel {
    let name: String
    /// The target of the log as which it behaves.
    private let target: String
    private let record: ReplayRecord

    init(_ name: String, behavingAs target: String, record: ReplayRecord) {
        self.name = name
        self.target = target
        self.record = record
    }

    let streams = false

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let attempt = record.next(for: context.call.id, target: target, at: context.runtime.now.sinceOrigin)
        try await context.runtime.sleep(for: attempt.duration)
        if let kind = attempt.error { throw ChatError(kind, usage: attempt.usage) }
        var completion = Completion("The recorded answer to \(request.lastUserText ?? "").")
        completion.usage = attempt.usage ?? Usage()
        return Reply(model: name, completion)
    }

    func estimatedInputTokens(of request: ChatRequest) -> Int { record.usualUsage.inputTokens }
}

/// The recorded attempts of all calls, and how far each call has got in the replay.
final class ReplayRecord: Sendable {
    struct Outcome: Sendable {
        var duration: Duration
        var usage: Usage?
        var error: ChatError.Kind?
    }

    private let recorded: [String: [String: [Outcome]]]
    private let usual: [String: Outcome]
    /// The attempts at each target in the order of their calls, with the time at which the call arrived.
    private let history: [String: [(time: Duration, outcome: Outcome)]]
    private let used = Locked<[String: Int]>([:])
    let usualUsage: Usage

    init(_ log: RecordedLog) {
        var recorded: [String: [String: [Outcome]]] = [:]
        var good: [String: [Outcome]] = [:]
        var history: [String: [(time: Duration, outcome: Outcome)]] = [:]
        for call in log.calls {
            for attempt in call.summary.attempts {
                let duration = (attempt.end ?? attempt.start) - attempt.start
                let outcome = Outcome(duration: duration, usage: attempt.usage, error: attempt.error)
                recorded[call.id, default: [:]][attempt.target, default: []].append(outcome)
                history[attempt.target, default: []].append((call.arrival, outcome))
                if attempt.error == nil, attempt.usage != nil { good[attempt.target, default: []].append(outcome) }
            }
        }
        self.recorded = recorded
        self.history = history
        usual = good.mapValues { Self.median($0) }
        usualUsage = Self.median(good.sorted { $0.key < $1.key }.flatMap(\.value)).usage ?? Usage()
    }

    /// Returns what happens in the next attempt of a call at a target.
    func next(for call: String, target: String, at time: Duration) -> Outcome {
        let attempts = recorded[call]?[target] ?? []
        let index = used.withLock { used in
            defer { used["\(call) \(target)", default: 0] += 1 }
            return used["\(call) \(target)", default: 0]
        }
        if index < attempts.count { return attempts[index] }
        if let last = attempts.last ?? lastOutcome(of: target, before: time), last.error != nil { return last }
        return usual[target] ?? Outcome(duration: .zero, usage: usualUsage)
    }

    /// Returns the outcome of the last attempt at a target before a time.
    private func lastOutcome(of target: String, before time: Duration) -> Outcome? {
        let attempts = history[target] ?? []
        var (low, high) = (0, attempts.count)
        while low < high {
            let middle = (low + high) / 2
            if attempts[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : attempts[low - 1].outcome
    }

    private static func median(_ outcomes: [Outcome]) -> Outcome {
        let sorted = outcomes.sorted { $0.duration < $1.duration }
        guard !sorted.isEmpty else { return Outcome(duration: .zero) }
        var median = sorted[sorted.count / 2]
        let tokens = outcomes.compactMap(\.usage)
        median.usage = Usage(
            inputTokens: tokens.map(\.inputTokens).sorted()[tokens.count / 2],
            outputTokens: tokens.map(\.outputTokens).sorted()[tokens.count / 2])
        return median
    }
}
