import LadderCore

/// All callers of one run.
struct ChaosCrowd: Sendable {
    let chaos: Chaos
    let pipeline: Pipeline
    let simulation: Simulation
    let journal: ChaosJournal

    /// What the callers found broken.
    func run() async -> [String] {
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<chaos.callers {
                group.addTask {
                    for number in 0..<chaos.callsPerCaller { await call(caller, number) }
                }
            }
        }
        return journal.violations
    }

    private func call(_ caller: Int, _ number: Int) async {
        let plan = ChaosPlan(
            caller: caller, number: number, maximumAttempts: chaos.maximumAttempts, on: simulation)
        try? await simulation.sleep(until: simulation.now + plan.pause)
        let call = ChaosCall(plan: plan, pipeline: pipeline, simulation: simulation, journal: journal)
        let work = Task(executorPreference: simulation) { await call.run() }
        if let patience = plan.cancelAfter {
            let end = simulation.now + patience
            _ = simulation.spawn("impatience") {
                if end > simulation.now { try? await simulation.sleep(until: end) }
                call.cancelled()
                work.cancel()
            }
        }
        await work.value
    }
}
