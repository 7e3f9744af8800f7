import LadderCore

/// The results and violations that the callers of one run report.
final class ChaosJournal: Sendable {
    private struct State {
        var totals: [String: Int] = [:]
        var log: [String] = []
        var violations: [String] = []
    }

    let checksText: Bool
    /// The largest age of a stored answer; nil where it is not checked.
    let longestAge: Duration?
    private let isLogged: Bool
    private let state = Locked(State())

    init(isLogged: Bool, checksText: Bool, longestAge: Duration?) {
        self.checksText = checksText
        self.longestAge = longestAge
        self.isLogged = isLogged
    }

    func note(_ result: String, lines: () -> [String]) {
        let lines = isLogged ? lines() : []
        state.withLock { state in
            state.totals[result, default: 0] += 1
            state.log += lines
        }
    }

    func reportViolation(_ sentence: String) {
        state.withLock { $0.violations.append(sentence) }
    }

    var violations: [String] { state.withLock { $0.violations } }

    func report(
        seed: UInt64, scene: ChaosScene, steps: Int, end: Instant, violations: [String]
    ) -> ChaosReport {
        let (totals, log) = state.withLock { state in
            (state.totals.sorted { $0.key < $1.key }, state.log)
        }
        return ChaosReport(
            seed: seed, violations: violations,
            totals: totals.map { ChaosReport.Total(name: $0.key, count: $0.value) }, log: log,
            servedTokens: scene.witness.servedTokens, attempts: scene.witness.attemptCount, steps: steps,
            time: end.sinceOrigin)
    }
}
