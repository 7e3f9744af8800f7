import LadderCore

/// The check of one store under one seed.
struct StoreCheck: Sendable {
    /// A rule with the scenario that shows whether a store keeps it.
    struct Scenario: Sendable {
        let rule: ConformanceRule
        /// Plays the scenario and returns what went wrong, or nil.
        let play: @Sendable (StoreScene) async throws -> String?
    }

    /// What a scenario showed.
    enum Outcome: Sendable {
        case kept
        case skipped
        case broken(RuleViolation)
    }

    /// The error of a scenario that the store, or the way of the check, does not support.
    struct NotChecked: Error {}

    let seed: UInt64
    let maximumEntries: Int?

    static let scenarios: [Scenario] =
        entryScenarios + timeScenarios + groupScenarios + listingScenarios + concurrencyScenarios

    /// Plays a scenario in a simulation of its own. Returns the rule if it was not checked.
    func run(
        _ scenario: Scenario, in findings: inout ConformanceFindings,
        _ store: @escaping @Sendable () throws -> any CacheStore
    ) -> ConformanceRule? {
        let simulation = Simulation(seed: seed)
        do {
            let outcome = try simulation.run(maximumSteps: LayerCheck.maximumSteps) {
                let scene = StoreScene(
                    store: try store(), runtime: simulation.runtime, advance: { try await simulation.sleep(for: $0) },
                    seed: seed, maximumEntries: maximumEntries)
                let outcome = await self.outcome(of: scenario, in: scene)
                await scene.store.close()
                return outcome
            }
            if simulation.strayJobs > 0 || !simulation.alive.isEmpty {
                findings.add(
                    .leavesNothingBehind, explanation: "work went on or left the runtime: \(simulation.alive)",
                    seed: seed)
            }
            switch outcome {
            case .kept: return nil
            case .skipped: return scenario.rule
            case .broken(let violation):
                findings.add(violation.rule, explanation: violation.explanation, seed: seed)
            }
        } catch {
            findings.add(scenario.rule, explanation: "\(error)", seed: seed)
        }
        return nil
    }

    func outcome(of scenario: Scenario, in scene: StoreScene) async -> Outcome {
        do {
            guard let explanation = try await scenario.play(scene) else { return .kept }
            return .broken(RuleViolation(rule: scenario.rule, explanation: explanation))
        } catch is NotChecked {
            return .skipped
        } catch let error as StoreError {
            return .broken(RuleViolation(rule: scenario.rule, explanation: "it threw \(error)"))
        } catch {
            return .broken(RuleViolation(rule: .throwsStoreErrors, explanation: "it threw \(error)"))
        }
    }
}
