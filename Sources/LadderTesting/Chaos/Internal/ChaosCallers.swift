import LadderCore

/// All callers of one run of ``Chaos``.
struct ChaosCallers: Sendable {
    let chaos: Chaos
    let pipeline: Pipeline
    let simulation: Simulation
    let journal: ChaosJournal

    /// Makes all calls. Returns the violations that the callers found.
    func run() async -> [String] {
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<chaos.callers {
                group.addTask {
                    for number in 0..<chaos.callsPerCaller { await call(number, by: caller) }
                }
            }
        }
        return journal.violations
    }

    private func call(_ number: Int, by caller: Int) async {
        let plan = ChaosPlan(
            caller: caller, number: number, maximumAttempts: chaos.maximumAttempts, on: simulation)
        try? await simulation.sleep(for: plan.pause)
        let call = ChaosCall(plan: plan, pipeline: pipeline, simulation: simulation, journal: journal)
        let work = Task(executorPreference: simulation) { await call.run() }
        if let time = plan.cancelAfter {
            let end = simulation.now + time
            _ = simulation.spawn("cancellation by the caller") {
                if end > simulation.now { try? await simulation.sleep(until: end) }
                call.cancelled()
                work.cancel()
            }
        }
        await work.value
    }
}
