import LadderCore

/// What was found so far; the first of each promise is kept.
struct Breaches {
    let subject: String
    private(set) var found: [ConformanceFailure.Breach] = []

    init(subject: String) {
        self.subject = subject
    }

    mutating func add(_ promise: Promise, _ fact: String, seed: UInt64) {
        guard !found.contains(where: { $0.promise == promise }) else { return }
        found.append(ConformanceFailure.Breach(promise: promise, fact: fact, seed: seed))
    }

    /// Files a sentence of the invariants under the promise it belongs to.
    mutating func add(violation: String, seed: UInt64) {
        let promises: [(String, Promise)] = [
            ("their end", .tellsEndOnce), ("after the deadline", .keepsDeadline),
            ("after cancellation", .passesCancellation), ("cancelled by nobody", .passesCancellation),
            ("the caller had left", .passesCancellation), ("attempts, allowed", .keepsAttemptLimit),
            ("attempt ", .keepsAttemptLimit), ("served", .settlesExactly), ("never ended", .leavesNothing),
            ("alive", .leavesNothing), ("outside the simulation", .leavesNothing), ("held", .leavesNothing),
            ("holds", .leavesNothing), ("left at shutdown", .leavesNothing), (": threw", .passesErrors),
        ]
        let promise = promises.first { violation.contains($0.0) }?.1 ?? .worksConcurrently
        add(promise, violation, seed: seed)
    }

    func check() throws {
        if !found.isEmpty { throw ConformanceFailure(subject: subject, breaches: found) }
    }
}

extension String {
    func contains(_ other: String) -> Bool {
        if other.isEmpty { return true }
        let (text, sought) = (Array(utf8), Array(other.utf8))
        guard text.count >= sought.count else { return false }
        return (0...(text.count - sought.count)).contains { text[$0..<($0 + sought.count)].elementsEqual(sought) }
    }
}
