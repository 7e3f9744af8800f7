import LadderCore

extension LedgerScenario {
    static let settlements: [LedgerScenario] = [
        LedgerScenario(name: "an operation twice", rule: .repeatsHarmlessly) { check in
            let limit = check.limit("a", maximum: 100)
            for _ in 0..<2 {
                let decision = try await check.reserve("1", holding: [limit: 60])
                let expected = LedgerDecision.held([LedgerStatus(maximum: 100, held: 60)])
                check.expect("the decision", is: decision, expected: expected, rule: .repeatsHarmlessly)
            }
            let results = [
                try await check.settle("1", charging: [limit: 40]), try await check.settle("1", charging: [limit: 40]),
            ]
            check.expect("the results", is: results, expected: [.settled, .repeated], rule: .repeatsHarmlessly)
            let decision = try await check.reserve("1", holding: [limit: 60])
            check.expect("the decision", is: decision, expected: .alreadySettled, rule: .repeatsHarmlessly)
            let expected = LedgerStatus(maximum: 100, spent: 40)
            check.expect(
                "the state", is: try await check.status(of: limit), expected: expected, rule: .repeatsHarmlessly)
        },
        LedgerScenario(name: "a release", rule: .chargesInFull) { check in
            let (limit, other) = (check.limit("a", maximum: 100), check.limit("b", maximum: 100))
            _ = try await check.reserve("1", holding: [limit: 60, other: 60])
            check.expect("the result", is: try await check.settle("1"), expected: .settled, rule: .chargesInFull)
            _ = try await check.reserve("2", holding: [limit: 60, other: 60])
            try await check.settle("2", charging: [other: 50])
            let expected = [LedgerStatus(maximum: 100), LedgerStatus(maximum: 100, spent: 50)]
            check.expect(
                "the state", is: try await check.status(of: [limit, other]), expected: expected, rule: .chargesInFull)
            check.expect("the result", is: try await check.settle("1"), expected: .repeated, rule: .repeatsHarmlessly)
        },
        LedgerScenario(name: "more than was held", rule: .chargesInFull) { check in
            let limit = check.limit("a", maximum: 100)
            _ = try await check.reserve("1", holding: [limit: 60])
            _ = try await check.reserve("2", holding: [limit: 40])
            try await check.settle("1", charging: [limit: 75])
            var expected = LedgerStatus(maximum: 100, spent: 75, held: 40)
            check.expect("the state", is: try await check.status(of: limit), expected: expected, rule: .chargesInFull)
            try await check.settle("2", charging: [limit: 30])
            expected = LedgerStatus(maximum: 100, spent: 105)
            check.expect("the state", is: try await check.status(of: limit), expected: expected, rule: .chargesInFull)
            check.expect(
                try await !check.reserve("3", holding: [limit: 1]).isHeld, rule: .keepsMaximum,
                otherwise: "1 is held beyond the maximum")
        },
        LedgerScenario(name: "an id that was never reserved", rule: .chargesInFull) { check in
            let limit = check.limit("a", maximum: 100)
            let results = [
                try await check.settle("1", charging: [limit: 70]), try await check.settle("1", charging: [limit: 70]),
            ]
            check.expect("the results", is: results, expected: [.settledLate, .repeated], rule: .chargesInFull)
            check.expect(
                "what was spent", is: try await check.status(of: limit).spent, expected: 70, rule: .chargesInFull)
        },
        LedgerScenario(name: "several settlements", rule: .chargesInFull) { check in
            let limit = check.limit("a", maximum: 100)
            _ = try await check.reserve("1", holding: [limit: 10])
            _ = try await check.reserve("2", holding: [limit: 20])
            let settlements = [
                check.settlement("1", charging: [limit: 7]), check.settlement("3", charging: [limit: 5]),
                check.settlement("1", charging: [limit: 7]),
                check.settlement("2"),
            ]
            let expected: [LedgerSettlementResult] = [.settled, .settledLate, .repeated, .settled]
            check.expect(
                "the results", is: try await check.settle(settlements), expected: expected, rule: .chargesInFull)
            let state = LedgerStatus(maximum: 100, spent: 12)
            check.expect("the state", is: try await check.status(of: limit), expected: state, rule: .chargesInFull)
        },
    ]
}
