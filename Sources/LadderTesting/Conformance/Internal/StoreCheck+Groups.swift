import LadderCore

extension StoreCheck {
    static let groupScenarios = [
        Scenario(rule: .invalidatesGroups, play: invalidation),
        Scenario(rule: .keepsOtherGroups, play: otherGroups),
        Scenario(rule: .refusesOldAnswers, play: oldAnswers),
        Scenario(rule: .refusesOldAnswers, play: lateAnswers),
    ]

    /// Groups with the same words, which a store must tell apart.
    private static let groups: [CacheGroup] = [
        .tenant("a"), .tenant("b"), .tenant("a:b"), .tenant(""), .model("a"), .model("b"), .tag(name: "a", value: "b"),
        .tag(name: "a:b", value: "c"), .tag(name: "a", value: "b:c"), .tag(name: "tenant", value: "a"),
        .tag(name: "a", value: ""), .tag(name: "", value: "a"),
    ]

    private static func invalidation(_ scene: StoreScene) async throws -> String? {
        let all = Array(groups[0...6])
        for (number, group) in ([.all] + all).enumerated() {
            let (key, alone) = (scene.key(number), scene.key(100 + number))
            try await scene.set(key, scene.entry(number, groups: all))
            try await scene.set(alone, scene.entry(number, groups: group == .all ? [] : [group]))
            let before = try await scene.epoch(key)
            try await scene.invalidate(group)
            if try await scene.get(key) != nil { return "an entry of \(group) and other groups is there" }
            if try await scene.get(alone) != nil { return "an entry of \(group) alone is there" }
            let after = try await scene.epoch(key)
            if after <= before { return "the epoch was \(before.number) and is \(after.number)" }
            try await scene.set(key, scene.entry(number, groups: all), asOf: after)
            if let wrong = scene.difference(of: try await scene.get(key), from: number, "written after it") {
                return wrong
            }
        }
        return nil
    }

    private static func otherGroups(_ scene: StoreScene) async throws -> String? {
        for (invalidated, group) in groups.enumerated() {
            for (number, group) in groups.enumerated() {
                try await scene.set(scene.key(number), scene.entry(number, groups: [group]))
            }
            try await scene.invalidate(group)
            for (number, other) in groups.enumerated() where number != invalidated {
                if try await scene.get(scene.key(number)) == nil { return "\(group) took \(other) with it" }
            }
        }
        return nil
    }

    private static func oldAnswers(_ scene: StoreScene) async throws -> String? {
        let tenant = [CacheGroup.tenant("a")]
        let epoch = try await scene.epoch(scene.key(1))
        try await scene.invalidate(.tenant("a"))
        try await scene.set(scene.key(1), scene.entry(1, groups: tenant), asOf: epoch)
        if try await scene.get(scene.key(1)) != nil { return "an answer of before an invalidation is there" }
        try await scene.set(scene.key(2), scene.entry(2, groups: [.tenant("b")]), asOf: epoch)
        if let wrong = scene.difference(of: try await scene.get(scene.key(2)), from: 2, "of another tenant") {
            return wrong
        }
        // A newer answer is there when the older one arrives.
        try await scene.set(scene.key(3), scene.entry(3, groups: tenant), asOf: try await scene.epoch(scene.key(3)))
        try await scene.set(scene.key(3), scene.entry(4, groups: tenant), asOf: epoch)
        if try await scene.get(scene.key(3))?.bytes == scene.entry(4).bytes {
            return "an answer of before an invalidation replaced a newer one"
        }
        let last = try await scene.epoch(scene.key(4))
        try await scene.invalidate(.all)
        try await scene.set(scene.key(4), scene.entry(4, groups: []), asOf: last)
        return try await scene.get(scene.key(4)) == nil ? nil : "an answer of before an invalidation of all is there"
    }

    /// The order of an invalidation and a read must not matter: an entry that was found valid after one invalidation is
    /// invalid after the next, and an invalidation of another group in between changes nothing.
    private static func lateAnswers(_ scene: StoreScene) async throws -> String? {
        let epoch = try await scene.epoch(scene.key(1))
        try await scene.invalidate(.tenant("b"))
        try await scene.set(scene.key(1), scene.entry(1, groups: [.tenant("a")]), asOf: epoch)
        if try await scene.get(scene.key(1)) == nil { return "an invalidation of another tenant refused the answer" }
        try await scene.invalidate(.tenant("a"))
        try await scene.invalidate(.tenant("b"))
        if try await scene.get(scene.key(1)) != nil { return "an entry that was valid once stays valid" }
        let later = try await scene.epoch(scene.key(1))
        try await scene.set(scene.key(1), scene.entry(2, groups: [.tenant("a")]), asOf: later)
        return scene.difference(of: try await scene.get(scene.key(1)), from: 2, "an answer begun after it")
    }
}
