import LadderCore
import LadderTesting
import Testing

@Suite struct StoreConformanceTests {
    private func brokenRules(of flaw: BrokenStore.Flaw?) -> [ConformanceRule] {
        do {
            try checkStore(seeds: 1..<(flaw == nil ? 4 : 2), maximumEntries: 200) { BrokenStore(flaw) }
            return []
        } catch let failure as ConformanceFailure {
            return failure.rules
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test func `a store without a flaw passes`() {
        #expect(brokenRules(of: nil) == [])
    }

    @Test(arguments: BrokenStore.Flaw.allCases)
    func `each broken rule is found`(flaw: BrokenStore.Flaw) {
        let rules = brokenRules(of: flaw)
        #expect(rules.contains(flaw.rule), "\(flaw): \(rules)")
    }

    @Test func `a store with a clock of its own is checked in real time, without the rules about time`() async throws {
        let skipped = try await checkStore(advancing: nil) { BrokenStore(nil) }
        #expect(skipped.contains(.renewsTimes) && skipped.contains(.isBounded) && !skipped.contains(.removes))
        await #expect(throws: ConformanceFailure.self) {
            try await checkStore(advancing: nil) { BrokenStore(.keepsRemovedEntries) }
        }
    }

    @Test func `a store that cannot list its entries passes, and that is said`() throws {
        #expect(try checkStore(seeds: 1..<2) { PlainStore() } == [.isBounded, .listsEntries])
    }
}
