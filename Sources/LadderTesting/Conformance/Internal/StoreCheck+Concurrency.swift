import LadderCore

extension StoreCheck {
    static let concurrencyScenarios = [
        Scenario(rule: .worksConcurrently, play: manyTasks),
        Scenario(rule: .refusesOldAnswers, play: invalidationDuringAnswers),
        Scenario(rule: .passesCancellation, play: cancellation),
    ]

    private static func manyTasks(_ scene: StoreScene) async throws -> String? {
        let wrong = try await withThrowingTaskGroup(of: String?.self) { group in
            for task in 0..<8 {
                group.addTask {
                    for step in 0..<40 {
                        let number = (task * 7 + step * 3) % 16
                        let key = scene.key(number)
                        if let entry = try await scene.get(key), entry.bytes != scene.entry(number).bytes {
                            return "a key has the entry of another"
                        }
                        if step % 5 == 4 {
                            try await scene.store.remove(key, in: scene.context)
                        } else {
                            try await scene.set(key, scene.entry(number))
                        }
                    }
                    return nil
                }
            }
            return try await group.reduce(nil) { $0 ?? $1 }
        }
        if let wrong { return wrong }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask { try await scene.set(scene.key(number), scene.entry(100 + number)) }
            }
            try await group.waitForAll()
        }
        for number in 0..<16 {
            let entry = try await scene.get(scene.key(number))
            if let wrong = scene.difference(of: entry, from: 100 + number, "after many tasks") { return wrong }
        }
        return nil
    }

    /// Each answer carries the number of invalidations that had begun when it was begun.
    private static func invalidationDuringAnswers(_ scene: StoreScene) async throws -> String? {
        let begun = Counter()
        return try await withThrowingTaskGroup(of: String?.self) { group in
            for task in 0..<6 {
                group.addTask {
                    for step in 0..<30 {
                        let key = scene.key((task + step) % 4)
                        // The epoch first: an invalidation that begins after it, and before the number is read, is
                        // counted, so no valid answer is taken for an invalid one.
                        let epoch = try await scene.epoch(key)
                        let number = begun.value
                        if step % 3 == 0 { try await scene.pause() }
                        try await scene.set(key, scene.entry(number), asOf: epoch)
                    }
                    return nil
                }
            }
            group.addTask {
                for _ in 0..<20 {
                    let number = begun.increment()
                    try await scene.invalidate(.tenant("acme"))
                    for other in 0..<4 {
                        guard let entry = try await scene.get(scene.key(other)) else { continue }
                        if (0..<number).contains(where: { scene.entry($0).bytes == entry.bytes }) {
                            return "an answer of before an invalidation came back after it"
                        }
                    }
                    try await scene.pause()
                }
                return nil
            }
            return try await group.reduce(nil) { $0 ?? $1 }
        }
    }

    private static func cancellation(_ scene: StoreScene) async throws -> String? {
        let start = scene.runtime.now
        let failure = await withTaskGroup(of: (any Error)?.self) { group in
            for step in 0..<6 {
                group.addTask { await error(of: step, in: scene) }
            }
            group.cancelAll()
            return await group.reduce(nil) { $0 ?? $1 }
        }
        if let failure { return "after a cancellation it threw \(failure)" }
        let late = scene.runtime.now - start
        return late > ModelCheck.cancellationLimit ? "it ended \(late) after the cancellation" : nil
    }

    /// Returns the error of an operation in a cancelled task, unless it is allowed.
    private static func error(of step: Int, in scene: StoreScene) async -> (any Error)? {
        do {
            switch step % 3 {
            case 0: _ = try await scene.get(scene.key(step))
            case 1: try await scene.set(scene.key(step), scene.entry(step))
            default: try await scene.invalidate(.tenant("acme"))
            }
            return nil
        } catch {
            return error is CancellationError || error is StoreError ? nil : error
        }
    }

    /// A number that several tasks share.
    private final class Counter: Sendable {
        private let number = Locked(0)

        var value: Int { number.withLock { $0 } }

        func increment() -> Int {
            number.withLock { number in
                number += 1
                return number
            }
        }
    }
}

extension StoreScene {
    /// Lets other tasks go on.
    fileprivate func pause() async throws { try await runtime.sleep(for: .milliseconds(1)) }
}
