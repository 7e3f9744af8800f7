public import LadderCore

/// Checks that a ledger keeps the contract of `BudgetLedger`, over many seeds in virtual time.
///
/// ```swift
/// try checkLedger { InMemoryLedger() }
/// ```
///
/// The ledger must take the time from `StoreContext.runtime`, and must not leave the simulation. Use
/// ``checkLedger(advancing:_:)`` for a ledger with a clock of its own, such as that of a server.
///
/// - Parameters:
///   - seeds: The seeds to run.
///   - ledger: Makes the ledger, once for every scenario.
/// - Throws: ``ConformanceFailure``, which names every rule that the ledger breaks, with a seed that shows it again.
public func checkLedger(
    seeds: Range<UInt64> = 1..<11, _ ledger: @escaping @Sendable () -> any BudgetLedger
) throws {
    var findings = ConformanceFindings(subject: "\(type(of: ledger()))")
    for seed in seeds {
        for scenario in LedgerScenario.all {
            let simulation = Simulation(seed: seed)
            let check = LedgerCheck(ledger(), seed: seed, runtime: simulation.runtime) { duration in
                try await simulation.sleep(for: duration)
            }
            do {
                try simulation.run(maximumSteps: LayerCheck.maximumSteps) { try await scenario.run(check) }
            } catch {
                check.report(scenario.rule, explanation: "\(error)")
            }
            for name in simulation.alive { check.report(.leavesNothingBehind, explanation: "still alive: \(name)") }
            if simulation.strayJobs > 0 { check.report(.leavesNothingBehind, explanation: "a task left the runtime") }
            for violation in check.violations {
                findings.add(violation.rule, explanation: "\(scenario.name): \(violation.explanation)", seed: seed)
            }
        }
    }
    try findings.check()
}

/// Checks that a ledger with a clock of its own keeps the contract of `BudgetLedger`.
///
/// ```swift
/// let unchecked = try await checkLedger(advancing: nil) { InMemoryLedger() }
/// print(unchecked)  // [ConformanceRule.expiresHolds, ConformanceRule.endsWindows]
/// ```
///
/// The tasks of the check run at the same time, on the live runtime. The accounts and ids have names that are unlikely
/// to be in use, and stay in the ledger.
///
/// - Parameters:
///   - advance: Moves the clock of the ledger on, or waits. With nil, the rules about time are not checked.
///   - ledger: Makes the ledger, once for every scenario. The ledgers may share their accounts.
/// - Returns: The rules that were not checked.
/// - Throws: ``ConformanceFailure``, which names every rule that the ledger breaks; also what `ledger` throws.
@discardableResult
public func checkLedger(
    advancing advance: (@Sendable (Duration) async throws -> Void)?,
    _ ledger: @escaping @Sendable () async throws -> any BudgetLedger
) async throws -> [ConformanceRule] {
    let subject = try await ledger()
    var findings = ConformanceFindings(subject: "\(type(of: subject))")
    var unchecked: [ConformanceRule] = []
    let seed = Runtime.live.random()
    for scenario in LedgerScenario.all {
        if scenario.needsTime, advance == nil {
            if !unchecked.contains(scenario.rule) { unchecked.append(scenario.rule) }
            continue
        }
        let check = LedgerCheck(try await ledger(), seed: seed, runtime: .live, advancing: advance ?? { _ in })
        do {
            try await scenario.run(check)
        } catch {
            check.report(scenario.rule, explanation: "\(error)")
        }
        for violation in check.violations {
            findings.add(violation.rule, explanation: "\(scenario.name): \(violation.explanation)", seed: seed)
        }
    }
    try findings.check()
    return unchecked
}
