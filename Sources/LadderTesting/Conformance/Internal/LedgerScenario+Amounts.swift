import LadderCore

extension LedgerScenario {
    static let amounts: [LedgerScenario] = [
        LedgerScenario(name: "unused accounts", rule: .reportsStatus) { check in
            let (first, second) = (check.limit("a", maximum: 7), check.limit("b", maximum: 9))
            let expected = [LedgerStatus(maximum: 9), LedgerStatus(maximum: 7)]
            check.expect(
                "the state", is: try await check.status(of: [second, first]), expected: expected, rule: .reportsStatus)
            check.expect("the state of none", is: try await check.status(of: []), expected: [], rule: .reportsStatus)
        },
        LedgerScenario(name: "several amounts", rule: .holdsAllOrNone) { check in
            let limits = ([30, 20, 10] as [Int64]).map { check.limit("\($0)", maximum: $0) }
            let refused = try await check.reserve("1", holding: [limits[0]: 15, limits[1]: 15, limits[2]: 15])
            let empty = LedgerStatus(maximum: 10)
            check.expect("the decision", is: refused, expected: .refused(index: 2, empty), rule: .holdsAllOrNone)
            check.expect(
                "the amounts held after a refusal", is: try await check.status(of: limits).map(\.held),
                expected: [0, 0, 0], rule: .holdsAllOrNone)
            let held = try await check.reserve("2", holding: [limits[2]: 10, limits[0]: 15, limits[1]: 15])
            let states = [
                LedgerStatus(maximum: 10, held: 10), LedgerStatus(maximum: 30, held: 15),
                LedgerStatus(maximum: 20, held: 15),
            ]
            check.expect("the decision", is: held, expected: .held(states), rule: .reportsStatus)
            let first = try await check.reserve("3", holding: [limits[0]: 16, limits[1]: 1])
            check.expect("the decision", is: first, expected: .refused(index: 0, states[1]), rule: .holdsAllOrNone)
        },
        LedgerScenario(name: "the same account twice", rule: .keepsMaximum) { check in
            let limit = check.limit("a", maximum: 100)
            let decision = try await check.reserve("1", holding: [limit: 60, limit: 60])
            check.expect(!decision.isHeld, rule: .keepsMaximum, otherwise: "60 and 60 of 100 are held")
            check.expect(
                "the amount held after a refusal", is: try await check.status(of: limit).held, expected: 0,
                rule: .holdsAllOrNone)
            check.expect(
                try await check.reserve("2", holding: [limit: 60, limit: 40]).isHeld, rule: .reachesMaximum,
                otherwise: "60 and 40 of 100 are refused")
            check.expect(
                "the amount held", is: try await check.status(of: limit).held, expected: 100, rule: .reportsStatus)
        },
        LedgerScenario(name: "the last of the maximum", rule: .reachesMaximum) { check in
            let limit = check.limit("a", maximum: 100)
            check.expect(
                try await check.reserve("1", holding: [limit: 99]).isHeld, rule: .reachesMaximum,
                otherwise: "99 of 100 are refused")
            check.expect(
                try await !check.reserve("2", holding: [limit: 2]).isHeld, rule: .keepsMaximum,
                otherwise: "101 of 100 are held")
            check.expect(
                try await check.reserve("3", holding: [limit: 1]).isHeld, rule: .reachesMaximum,
                otherwise: "1 of 1 is refused")
            check.expect(
                try await !check.reserve("4", holding: [limit: 1]).isHeld, rule: .keepsMaximum,
                otherwise: "1 of 0 is held")
            check.expect(
                try await check.reserve("5", holding: [limit: 0]).isHeld, rule: .reachesMaximum,
                otherwise: "0 of 0 is refused")
        },
        LedgerScenario(name: "no and many entries", rule: .holdsAllOrNone) { check in
            check.expect(
                "the decision", is: try await check.reserve("0", holding: [:]), expected: .held([]),
                rule: .reportsStatus)
            let limits = (0..<20).map { check.limit("\($0)", maximum: 10) }
            for (index, limit) in limits.enumerated() {
                check.expect(
                    try await check.reserve("\(index)+", holding: [limit: 5]).isHeld, rule: .reachesMaximum,
                    otherwise: "5 of 10 are refused")
                try await check.settle("\(index)+", charging: [limit: Int64(index % 6)])
            }
            check.expect(
                "what was spent", is: try await check.status(of: limits).map(\.spent),
                expected: limits.indices.map { Int64($0 % 6) }, rule: .reportsStatus)
        },
        LedgerScenario(name: "a maximum that is set", rule: .obeysMaximum) { check in
            let (limit, other) = (check.limit("a", maximum: 100), check.limit("b", maximum: 100))
            _ = try await check.reserve("1", holding: [limit: 40])
            try await check.settle("1", charging: [limit: 30])
            _ = try await check.reserve("2", holding: [limit: 20])
            for (maximum, fits): (Int64, Int64) in [(60, 10), (50, 0), (500, 450), (0, 0)] {
                try await check.setMaximum(maximum, of: limit)
                let expected = LedgerStatus(maximum: maximum, spent: 30, held: 20)
                check.expect(
                    "the state", is: try await check.status(of: limit), expected: expected, rule: .obeysMaximum)
                let refused = try await check.reserve("\(maximum) refused", holding: [limit: fits + 1])
                check.expect(
                    !refused.isHeld, rule: .obeysMaximum,
                    otherwise: "\(fits + 1) above a maximum of \(maximum) are held")
                guard fits > 0 else { continue }
                let held = try await check.reserve("\(maximum) held", holding: [limit: fits])
                check.expect(
                    held.isHeld, rule: .obeysMaximum, otherwise: "\(fits) within a maximum of \(maximum) are refused")
                try await check.settle("\(maximum) held")
            }
            check.expect(
                "the maximum of another account", is: try await check.status(of: other).maximum, expected: 100,
                rule: .obeysMaximum)
            try await check.setMaximum(nil, of: limit)
            let expected = LedgerStatus(maximum: 100, spent: 30, held: 20)
            check.expect("the state", is: try await check.status(of: limit), expected: expected, rule: .obeysMaximum)
            try await check.setMaximum(7, of: other)
            check.expect(
                try await !check.reserve("3", holding: [other: 8]).isHeld, rule: .obeysMaximum,
                otherwise: "8 are held, though 7 was set before the first use")
        },
    ]
}
