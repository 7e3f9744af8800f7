import LadderCore

/// Scenarios that move the clock. They leave a second of room where a ledger's own clock also runs by itself.
extension LedgerScenario {
    static let times: [LedgerScenario] = [
        LedgerScenario(name: "a hold that is not settled", rule: .expiresHolds, needsTime: true) { check in
            let limit = check.limit("a", maximum: 100)
            _ = try await check.reserve("1", holding: [limit: 60], expiresAfter: .seconds(20))
            _ = try await check.reserve("2", holding: [limit: 5], expiresAfter: .seconds(60))
            try await check.advance(by: .seconds(18))
            check.expect(
                "the amount held", is: try await check.status(of: limit).held, expected: 65, rule: .expiresHolds)
            check.expect(
                try await !check.reserve("3", holding: [limit: 60]).isHeld, rule: .keepsMaximum,
                otherwise: "60 of 35 are held")
            try await check.advance(by: .seconds(3))
            check.expect(
                "the amount held", is: try await check.status(of: limit).held, expected: 5, rule: .expiresHolds)
            check.expect(
                try await check.reserve("4", holding: [limit: 95]).isHeld, rule: .expiresHolds,
                otherwise: "95 of 95 are refused")
            check.expect(
                "the late result", is: try await check.settle("1", charging: [limit: 50]), expected: .settledLate,
                rule: .chargesInFull)
            let expected = LedgerStatus(maximum: 100, spent: 50, held: 100)
            check.expect("the state", is: try await check.status(of: limit), expected: expected, rule: .chargesInFull)
        },
        LedgerScenario(name: "a hold that was settled", rule: .expiresHolds, needsTime: true) { check in
            let limit = check.limit("a", maximum: 100)
            _ = try await check.reserve("1", holding: [limit: 60], expiresAfter: .seconds(5))
            try await check.settle("1", charging: [limit: 60])
            _ = try await check.reserve("2", holding: [limit: 40], expiresAfter: .seconds(60))
            try await check.advance(by: .seconds(20))
            let expected = LedgerStatus(maximum: 100, spent: 60, held: 40)
            check.expect("the state", is: try await check.status(of: limit), expected: expected, rule: .expiresHolds)
            check.expect(
                "the result", is: try await check.settle("1", charging: [limit: 60]), expected: .repeated,
                rule: .repeatsHarmlessly)
        },
        LedgerScenario(name: "a rolling window", rule: .endsWindows, needsTime: true) { check in
            var random = SeededRandom(seed: check.seed)
            let limit = check.limit("a", maximum: 100, window: .rolling(.seconds(120)))
            try await check.advance(by: .milliseconds(random.below(120_000)))
            for id in 1...2 {
                _ = try await check.reserve("\(id)", holding: [limit: 50])
                try await check.settle("\(id)", charging: [limit: 50])
                try await check.advance(by: .seconds(40))
            }
            try await check.advance(by: .seconds(39))
            check.expect(
                "what was spent", is: try await check.status(of: limit).spent, expected: 100, rule: .endsWindows)
            check.expect(
                try await !check.reserve("3", holding: [limit: 1]).isHeld, rule: .endsWindows,
                otherwise: "1 is held within the window")
            try await check.advance(by: .seconds(4))
            check.expect(
                "what was spent", is: try await check.status(of: limit).spent, expected: 50, rule: .endsWindows)
            check.expect(
                try await check.reserve("4", holding: [limit: 50]).isHeld, rule: .endsWindows,
                otherwise: "50 that left are refused")
            try await check.settle("4")
            try await check.advance(by: .seconds(40))
            check.expect("what was spent", is: try await check.status(of: limit).spent, expected: 0, rule: .endsWindows)
        },
        LedgerScenario(name: "a fixed window", rule: .endsWindows, needsTime: true) { check in
            let (start, end) = (check.wallNow + .seconds(-10), check.wallNow + .seconds(50))
            let limit = check.limit("a", maximum: 100, window: .fixed(start: start, end: end))
            _ = try await check.reserve("1", holding: [limit: 60])
            try await check.settle("1", charging: [limit: 60])
            _ = try await check.reserve("2", holding: [limit: 40])
            try await check.advance(by: .seconds(48))
            var expected = LedgerStatus(maximum: 100, spent: 60, held: 40, resets: end)
            check.expect("the state", is: try await check.status(of: limit), expected: expected, rule: .endsWindows)
            try await check.advance(by: .seconds(4))
            var next = limit
            next.window = .fixed(start: end, end: end + .seconds(60))
            expected = LedgerStatus(maximum: 100, resets: end + .seconds(60))
            check.expect("the next state", is: try await check.status(of: next), expected: expected, rule: .endsWindows)
            check.expect(
                try await check.reserve("3", holding: [next: 80]).isHeld, rule: .endsWindows,
                otherwise: "80 of a new window are refused")
            try await check.settle("2", charging: [limit: 40])
            expected.held = 80
            check.expect(
                "the state after a hold of the old window was settled", is: try await check.status(of: next),
                expected: expected, rule: .endsWindows)
            check.expect(
                try await check.reserve("4", holding: [next: 20]).isHeld, rule: .endsWindows,
                otherwise: "20 of 20 are refused")
        },
        LedgerScenario(name: "no window", rule: .endsWindows, needsTime: true) { check in
            let limit = check.limit("a", maximum: 100)
            _ = try await check.reserve("1", holding: [limit: 60])
            try await check.settle("1", charging: [limit: 60])
            try await check.advance(by: .seconds(86_400 * 40))
            check.expect(
                "what was spent", is: try await check.status(of: limit).spent, expected: 60, rule: .endsWindows)
        },
    ]
}
