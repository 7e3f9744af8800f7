package import Ladder

/// The calls of a call log.
package struct RecordedLog: Sendable {
    /// One call of the log.
    package struct Call: Sendable {
        package let id: String
        /// The time since the first call of the log.
        package let arrival: Duration
        package let scope: CallScope
        /// The model that the caller asked for; empty where the log does not say.
        package let model: String
        package let summary: CallSummary
        /// The keyed digest of the request, where the log has one: equal requests have equal digests.
        package let digest: String?
    }

    /// The calls that have ended, in the order of their beginning.
    package let calls: [Call]
    /// The number of calls without an end, which a crash or a cut file leaves.
    package let unfinished: Int

    /// Reads the lines of a call log.
    ///
    /// - Throws: `LogError` with the number of the line that is none.
    package init(_ text: String) throws(LogError) {
        var began: [String: (event: CallEvent, facts: BeganCall)] = [:]
        var ended: [(event: CallEvent, summary: CallSummary)] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let event: CallEvent
            do throws(InvalidJSONDocument) {
                event = try CallLog.read(String(line))
            } catch {
                // The last line of a file that was cut, or that is still being written, has no end.
                if index == lines.count - 1 { break }
                throw LogError(description: "line \(index + 1): \(error.problems.first ?? "is no event of a call log")")
            }
            switch event.kind {
            case .began(let facts): began[event.callID] = (event, facts)
            case .ended(let summary): ended.append((event, summary))
            case .step, .dropped: break
            }
        }
        let first =
            (began.values.map(\.event.callStart) + ended.map(\.event.callStart)).min()
            ?? WallTime(nanosecondsSince1970: 0)
        calls = ended.map { event, summary in
            let facts = began[event.callID]?.facts
            return Call(
                id: event.callID, arrival: event.callStart - first, scope: event.scope, model: facts?.model ?? "",
                summary: summary, digest: facts?.requestDigest)
        }
        .sorted { $0.arrival < $1.arrival }
        unfinished = Set(began.keys).subtracting(ended.map(\.event.callID)).count
    }

    /// The table that the recorded calls give.
    package var rows: [CallRow] { calls.map { CallRow($0.summary, arrival: $0.arrival) } }

    /// The targets of the attempts: those that callers asked for first, then those of the most attempts.
    package var targets: [String] {
        var counts: [String: Int] = [:]
        for call in calls {
            for attempt in call.summary.attempts { counts[attempt.target, default: 0] += 1 }
        }
        for call in calls where counts[call.model] != nil { counts[call.model, default: 0] += calls.count }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// Whether the log tells which calls asked the same.
    package var hasDigests: Bool { calls.contains { $0.digest != nil } }
}

/// What is wrong with a call log.
package struct LogError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
}
