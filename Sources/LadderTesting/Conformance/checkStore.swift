public import LadderCore

/// Checks that a store keeps the contract of `CacheStore`, over many seeds in virtual time.
///
/// ```swift
/// try checkStore(maximumEntries: 100) { MemoryStore(MemoryStorePolicy(maximumEntries: 100)) }
/// ```
///
/// The store must take its time from `StoreContext.runtime` and start no threads. Check a store with a clock, threads or
/// a connection of its own with ``checkStore(advancing:maximumEntries:_:)``.
///
/// - Parameters:
///   - seeds: The seeds to run.
///   - maximumEntries: The largest number of entries that the store may hold, at least 100; nil leaves the bound unchecked.
///   - store: Makes an empty store, once for every scenario.
/// - Returns: The rules that were not checked, because the store does not support what they are about.
/// - Throws: ``ConformanceFailure``, which names every rule that the store breaks, with a seed that shows it again.
@discardableResult
public func checkStore(
    seeds: Range<UInt64> = 1..<6, maximumEntries: Int? = nil, _ store: @escaping @Sendable () throws -> any CacheStore
) throws -> [ConformanceRule] {
    var findings = ConformanceFindings(subject: "\(type(of: try store()))")
    var skipped: [ConformanceRule] = []
    for seed in seeds {
        let check = StoreCheck(seed: seed, maximumEntries: maximumEntries)
        for scenario in StoreCheck.scenarios {
            let rule = check.run(scenario, in: &findings, store)
            if let rule, !skipped.contains(rule) { skipped.append(rule) }
        }
    }
    try findings.check()
    return skipped
}

/// Checks that a store with a clock, threads or a connection of its own keeps the contract of `CacheStore`, in real time.
///
/// ```swift
/// let skipped = try await checkStore(advancing: nil) { MemoryStore() }
/// print(skipped)  // the rules about time
/// ```
///
/// - Parameters:
///   - advance: Moves the clock of every store that was made by a duration, from seconds to an hour. Nil leaves out the
///     rules about time.
///   - maximumEntries: The largest number of entries that the store may hold, at least 100; nil leaves the bound unchecked.
///   - store: Makes an empty store, once for every scenario.
/// - Returns: The rules that were not checked.
/// - Throws: ``ConformanceFailure``, which names every rule that the store breaks.
@discardableResult
public func checkStore(
    advancing advance: (@Sendable (Duration) async throws -> Void)?, maximumEntries: Int? = nil,
    _ store: @escaping @Sendable () async throws -> any CacheStore
) async throws -> [ConformanceRule] {
    let check = StoreCheck(seed: 1, maximumEntries: maximumEntries)
    var findings = ConformanceFindings(subject: "\(type(of: try await store()))")
    var skipped: [ConformanceRule] = []
    for scenario in StoreCheck.scenarios {
        let scene = StoreScene(
            store: try await store(), runtime: .live, advance: advance, seed: 1, maximumEntries: maximumEntries)
        switch await check.outcome(of: scenario, in: scene) {
        case .kept: break
        case .skipped: if !skipped.contains(scenario.rule) { skipped.append(scenario.rule) }
        case .broken(let violation):
            findings.add(violation.rule, explanation: violation.explanation, seed: check.seed)
        }
        await scene.store.close()
    }
    try findings.check()
    return skipped
}
