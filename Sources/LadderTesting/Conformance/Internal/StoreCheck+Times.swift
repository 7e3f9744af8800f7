import LadderCore

extension StoreCheck {
    static let timeScenarios = [
        Scenario(rule: .keepsTimes, play: times),
        Scenario(rule: .keepsTimes, play: endlessTimes),
        Scenario(rule: .renewsTimes, play: renewal),
        Scenario(rule: .neverExtendsLife, play: copying),
    ]

    private static func times(_ scene: StoreScene) async throws -> String? {
        let entry = StoredEntry(bytes: [1], age: .seconds(5), freshFor: .seconds(20), keptFor: .seconds(100))
        try await scene.set(scene.key(1), entry)
        for (passed, wait) in [(0, 0), (10, 10), (50, 40), (95, 45)] {
            if wait > 0 { try await scene.pass(.seconds(wait)) }
            guard let found = try await scene.get(scene.key(1)) else {
                return "no entry after \(passed) s of the 100 s that it is kept"
            }
            let differences = [
                scene.difference(of: found.age, from: .seconds(5 + passed), "after \(passed) s the age"),
                scene.difference(of: found.freshFor, from: .seconds(20 - passed), "after \(passed) s freshFor"),
                scene.difference(of: found.keptFor, from: .seconds(100 - passed), "after \(passed) s keptFor"),
            ]
            if let wrong = differences.compactMap({ $0 }).first { return wrong }
            // The time that is left may be rounded, but an entry that is stale must be seen as stale.
            if passed == 50, found.isFresh { return "an entry that is fresh for 20 s is fresh after 50 s" }
        }
        try await scene.pass(.seconds(7))
        if try await scene.get(scene.key(1)) != nil { return "an entry that is kept for 100 s is there after 102 s" }
        try await scene.set(scene.key(2), StoredEntry(bytes: [2], freshFor: .zero, keptFor: .zero))
        return try await scene.get(scene.key(2)) == nil ? nil : "an entry that is kept for no time is there"
    }

    private static func endlessTimes(_ scene: StoreScene) async throws -> String? {
        try await scene.set(scene.key(1), StoredEntry(bytes: [1]))
        try await scene.set(scene.key(2), StoredEntry(bytes: [2], freshFor: .seconds(20)))
        for seconds in [0, 3_600] {
            if seconds > 0 { try await scene.pass(.seconds(seconds)) }
            let (endless, stale) = (try await scene.get(scene.key(1)), try await scene.get(scene.key(2)))
            guard let endless, let stale else { return "an entry without an end is gone after \(seconds) s" }
            if endless.freshFor != nil || endless.keptFor != nil || stale.keptFor != nil {
                return "a time without an end has one after \(seconds) s"
            }
            if stale.isFresh != (seconds == 0) { return "freshFor without keptFor is not kept" }
        }
        return nil
    }

    private static func renewal(_ scene: StoreScene) async throws -> String? {
        try await scene.set(scene.key(1), scene.entry(1, keptFor: .seconds(10)))
        try await scene.set(scene.key(2), scene.entry(1, keptFor: .seconds(100)))
        try await scene.pass(.seconds(8))
        try await scene.set(scene.key(1), scene.entry(2, keptFor: .seconds(20)))
        try await scene.set(scene.key(2), scene.entry(2, keptFor: .seconds(10)))
        try await scene.pass(.seconds(13))
        let renewed = try await scene.get(scene.key(1))
        if let wrong = scene.difference(of: renewed, from: 2, "13 s after it was renewed for 20 s") { return wrong }
        if let wrong = scene.difference(of: renewed?.age, from: .seconds(13), "the age of a renewed entry") {
            return wrong
        }
        if try await scene.get(scene.key(2)) != nil { return "a shorter time does not replace a longer one" }
        try await scene.pass(.seconds(9))
        return try await scene.get(scene.key(1)) == nil ? nil : "a renewed entry is there after its time"
    }

    private static func copying(_ scene: StoreScene) async throws -> String? {
        try await scene.set(scene.key(1), scene.entry(1, keptFor: .seconds(100)))
        // From copy to copy, as through many stores.
        for number in 1..<4 {
            try await scene.pass(.seconds(30))
            guard let entry = try await scene.get(scene.key(number)) else { return "the entry is gone too early" }
            try await scene.set(scene.key(number + 1), entry)
        }
        let copy = try await scene.get(scene.key(4))
        if let wrong = scene.difference(of: copy?.age, from: .seconds(90), "the age of a copy") { return wrong }
        try await scene.pass(.seconds(12))
        return try await scene.get(scene.key(4)) == nil ? nil : "a copy is there after the time of the first entry"
    }
}
