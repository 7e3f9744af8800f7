import LadderCore

extension LedgerScenario {
    static let concurrency: [LedgerScenario] = [
        LedgerScenario(name: "many tasks", rule: .keepsMaximum) { check in
            let own = (0..<4).map { check.limit("own \($0)", maximum: 400) }
            let shared = check.limit("shared", maximum: 1_000)
            let spent = try await withThrowingTaskGroup(of: Int64.self) { group in
                for task in 0..<24 {
                    group.addTask { try await spend(as: task, on: [own[task % 4], shared], check: check) }
                }
                return try await group.reduce(0, +)
            }
            let states = try await check.status(of: own + [shared])
            for state in states {
                check.expect(
                    state.spent + state.held <= state.maximum, rule: .keepsMaximum,
                    otherwise: "\(state.spent) spent and \(state.held) held of \(state.maximum)")
                check.expect(
                    state.held == 0, rule: .chargesInFull, otherwise: "\(state.held) held after every settlement")
            }
            check.expect("what all tasks spent", is: states[4].spent, expected: spent, rule: .chargesInFull)
            check.expect(
                "the sum of the tasks' accounts", is: states[0..<4].map(\.spent).reduce(0, +), expected: spent,
                rule: .holdsAllOrNone)
            check.expect(
                spent > 1_000 - 7, rule: .reachesMaximum, otherwise: "\(spent) of 1000 were spent when 7 did not fit")
        },
        LedgerScenario(name: "the same id in many tasks", rule: .repeatsHarmlessly) { check in
            let limit = check.limit("a", maximum: 100)
            let results = try await withThrowingTaskGroup(of: LedgerSettlementResult.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        var random = SeededRandom(seed: check.seed &+ UInt64(task))
                        try await check.pause(&random)
                        _ = try await check.reserve("1", holding: [limit: 60])
                        try await check.pause(&random)
                        return try await check.settle("1", charging: [limit: 20])
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            check.expect(
                "the number of first settlements", is: results.filter { $0 == .settled }.count, expected: 1,
                rule: .repeatsHarmlessly)
            let expected = LedgerStatus(maximum: 100, spent: 20)
            check.expect(
                "the state", is: try await check.status(of: limit), expected: expected, rule: .repeatsHarmlessly)
        },
    ]

    /// Reserves and settles until less than 7 fits on an account. Returns what was spent.
    private static func spend(as task: Int, on limits: [LedgerLimit], check: LedgerCheck) async throws -> Int64 {
        var random = SeededRandom(seed: check.seed &* 31 &+ UInt64(task))
        var spent: Int64 = 0
        for number in 0..<1_000 {
            let amount = Int64(1 + random.below(7))
            let decision = try await check.reserve(
                "\(task) \(number)", holding: [limits[0]: amount, limits[1]: amount])
            try await check.pause(&random)
            switch decision {
            case .held(let states):
                for state in states where state.spent + state.held > state.maximum {
                    check.report(
                        .keepsMaximum,
                        explanation: "\(state.spent) spent and \(state.held) held of \(state.maximum)")
                }
                let used = random.below(4) == 0 ? Int64(random.below(Int(amount) + 1)) : amount
                try await check.settle("\(task) \(number)", charging: [limits[0]: used, limits[1]: used])
                spent += used
            case .refused(let index, let state):
                check.expect(
                    state.spent + state.held + amount > state.maximum, rule: .reachesMaximum,
                    otherwise:
                        "\(amount) are refused with \(state.spent) spent and \(state.held) held of \(state.maximum)")
                if index == 0 || state.spent + amount > state.maximum { return spent }
            case .alreadySettled:
                check.report(.repeatsHarmlessly, explanation: "an id was settled before it was used")
            }
        }
        return spent
    }
}
