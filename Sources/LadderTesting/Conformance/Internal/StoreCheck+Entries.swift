import LadderCore

extension StoreCheck {
    static let entryScenarios = [
        Scenario(rule: .returnsLastWrite, play: lastWrite),
        Scenario(rule: .keepsBytes, play: bytes),
        Scenario(rule: .removes, play: removal),
        Scenario(rule: .isBounded, play: bound),
    ]

    private static func lastWrite(_ scene: StoreScene) async throws -> String? {
        let (first, second) = (scene.key(1), scene.key(2))
        if try await scene.get(first) != nil { return "an empty store has an entry" }
        try await scene.set(first, scene.entry(1))
        if let wrong = scene.difference(of: try await scene.get(first), from: 1, "after a write") { return wrong }
        try await scene.set(first, scene.entry(2))
        if let wrong = scene.difference(of: try await scene.get(first), from: 2, "after a second write") {
            return wrong
        }
        if try await scene.get(second) != nil { return "another key has the entry" }
        if try await scene.get(scene.key(1, tenant: "other")) != nil { return "another tenant has the entry" }
        try await scene.set(second, scene.entry(3))
        let found = try await scene.store.get([second, first, scene.key(4), second], in: scene.context)
        let numbers: [Int?] = [3, 2, nil, 3]
        guard found.count == numbers.count else { return "a look-up of 4 keys gave \(found.count) entries" }
        for (lookup, number) in zip(found, numbers) where lookup.entry?.bytes != number.map({ scene.entry($0).bytes }) {
            return "a look-up of several keys does not have their order"
        }
        return nil
    }

    private static func bytes(_ scene: StoreScene) async throws -> String? {
        let everyByte = (0...255).map { UInt8($0) }
        let groups: [CacheGroup] = [
            .tenant("acme"), .model("gpt/5:latest"), .tag(name: "team", value: "größe, \"x\"\n"), .tenant(""),
        ]
        let contents: [[UInt8]] = [[], [0], everyByte, everyByte.reversed()]
        for (number, bytes) in contents.enumerated() {
            let entry = StoredEntry(bytes: bytes, groups: groups, namespace: "answers")
            try await scene.set(scene.key(number), entry)
            guard let found = try await scene.get(scene.key(number)) else { return "no entry of \(bytes.count) bytes" }
            if found.bytes != bytes { return "\(bytes.count) bytes came back as \(found.bytes.count) others" }
            if Set(found.groups) != Set(groups) { return "the groups came back as \(found.groups)" }
            if found.namespace != "answers" { return "the namespace came back as \"\(found.namespace)\"" }
        }
        var large = [UInt8](repeating: 0xA5, count: 1_000_000)
        for place in stride(from: 0, to: large.count, by: 997) { large[place] = UInt8(truncatingIfNeeded: place) }
        do {
            try await scene.set(scene.key(9), StoredEntry(bytes: large))
        } catch let error as StoreError where error.kind == .tooLarge || error.kind == .full {
            return try await scene.get(scene.key(9)) == nil ? nil : "an entry that was too large is there"
        }
        // A store may forget, but not change.
        let found = try await scene.get(scene.key(9))
        return found == nil || found?.bytes == large ? nil : "a million bytes came back changed"
    }

    private static func removal(_ scene: StoreScene) async throws -> String? {
        try await scene.store.remove(scene.key(1), in: scene.context)
        try await scene.set(scene.key(1), scene.entry(1))
        try await scene.set(scene.key(2), scene.entry(2))
        try await scene.store.remove(scene.key(1), in: scene.context)
        if try await scene.get(scene.key(1)) != nil { return "the entry is still there" }
        if let wrong = scene.difference(of: try await scene.get(scene.key(2)), from: 2, "the other entry") {
            return wrong
        }
        try await scene.set(scene.key(1), scene.entry(3))
        return scene.difference(of: try await scene.get(scene.key(1)), from: 3, "written after the removal")
    }

    private static func bound(_ scene: StoreScene) async throws -> String? {
        guard let maximum = scene.maximumEntries else { throw NotChecked() }
        for number in 0..<3 * maximum { try await scene.set(scene.key(number), scene.entry(number)) }
        var count = 0
        for number in 0..<3 * maximum {
            guard let entry = try await scene.get(scene.key(number)) else { continue }
            count += 1
            if let wrong = scene.difference(of: entry, from: number, "in a full store") { return wrong }
        }
        return count <= maximum ? nil : "it keeps \(count) entries; allowed are \(maximum)"
    }
}
