import LadderCore

/// The findings of a check so far, the first one for each rule.
struct ConformanceFindings {
    let subject: String
    private(set) var findings: [ConformanceFailure.Finding] = []

    init(subject: String) {
        self.subject = subject
    }

    mutating func add(_ rule: ConformanceRule, explanation: String, seed: UInt64) {
        guard !findings.contains(where: { $0.rule == rule }) else { return }
        findings.append(ConformanceFailure.Finding(rule: rule, explanation: explanation, seed: seed))
    }

    /// Adds a violation that an invariant found, under the rule its sentence belongs to.
    mutating func add(violation: String, seed: UInt64) {
        let rules: [(String, ConformanceRule)] = [
            ("their end", .reportsEndOnce), ("reported again", .reportsEndOnce), ("after the deadline", .keepsDeadline),
            ("after cancellation", .passesCancellation), ("without a cancellation", .passesCancellation),
            ("the caller had left", .passesCancellation), ("attempts, allowed", .keepsAttemptLimit),
            ("attempt ", .keepsAttemptLimit), ("served", .settlesExactly), ("never ended", .leavesNothingBehind),
            ("alive", .leavesNothingBehind), ("outside the simulation", .leavesNothingBehind),
            ("reserv", .leavesNothingBehind), ("left at shutdown", .leavesNothingBehind), (": threw", .passesErrors),
        ]
        let rule = rules.first { violation.contains($0.0) }?.1 ?? .worksConcurrently
        add(rule, explanation: violation, seed: seed)
    }

    func check() throws {
        if !findings.isEmpty { throw ConformanceFailure(subject: subject, findings: findings) }
    }
}

extension String {
    /// Returns whether the text holds another one. The standard library needs Foundation, or macOS 15, for it.
    func contains(_ other: String) -> Bool {
        if other.isEmpty { return true }
        let (text, sought) = (Array(utf8), Array(other.utf8))
        guard text.count >= sought.count else { return false }
        return (0...(text.count - sought.count)).contains { text[$0..<($0 + sought.count)].elementsEqual(sought) }
    }
}
