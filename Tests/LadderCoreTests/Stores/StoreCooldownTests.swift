import LadderTesting
import Testing

@testable import LadderCore

@Suite struct StoreCooldownTests {
    private let simulation = Simulation(seed: 1)
    private let cooldown = StoreCooldown()

    /// Runs an operation that fails with an error, or works, and returns whether it was begun.
    private func isAsked(
        failingWith error: (any Error & Sendable)? = nil, hasFullTime: Bool = true
    ) async -> Bool {
        var isAsked = false
        do {
            try await cooldown.run(on: simulation.runtime, hasFullTime: hasFullTime) {
                isAsked = true
                if let error { throw error }
            }
        } catch {
            if !isAsked { #expect((error as? StoreError)?.kind == .unavailable) }
        }
        return isAsked
    }

    @Test func `after three time-outs in a row a store is not asked for a second, then by one caller`() throws {
        try simulation.run {
            for _ in 1...3 { #expect(await isAsked(failingWith: StoreError(.timedOut))) }
            #expect(await !isAsked())
            try await simulation.sleep(for: .milliseconds(999))
            #expect(await !isAsked())
            try await simulation.sleep(for: .milliseconds(1))
            try await cooldown.run(on: simulation.runtime) { #expect(await !isAsked()) }
            #expect(await isAsked())
        }
    }

    @Test func `a trial that times out begins a pause twice as long, up to a limit`() throws {
        try simulation.run {
            for _ in 1...3 { _ = await isAsked(failingWith: StoreError(.timedOut)) }
            for seconds in [1, 2, 4, 8, 16, 32, 32] {
                try await simulation.sleep(for: .seconds(seconds) - .milliseconds(1))
                #expect(await !isAsked())
                try await simulation.sleep(for: .milliseconds(1))
                #expect(await isAsked(failingWith: StoreError(.timedOut)))
            }
            try await simulation.sleep(for: .seconds(32))
            #expect(await isAsked())
            for _ in 1...3 { _ = await isAsked(failingWith: StoreError(.timedOut)) }
            try await simulation.sleep(for: .seconds(1))
            #expect(await isAsked())
        }
    }

    @Test func `calls that time out together begin one pause`() throws {
        try simulation.run {
            await withTaskGroup(of: Void.self) { group in
                for _ in 1...10 { group.addTask { _ = await isSlow() } }
            }
            try await simulation.sleep(for: .seconds(1))
            #expect(await isAsked())
        }
    }

    private func isSlow() async -> Bool {
        do {
            try await cooldown.run(on: simulation.runtime) {
                try await simulation.sleep(for: .milliseconds(50))
                throw StoreError(.timedOut)
            }
        } catch {
            return true
        }
        return false
    }

    @Test(arguments: [StoreError(.unavailable), StoreError(.full)])
    func `a failure that is no time-out ends the row`(error: StoreError) throws {
        try simulation.run {
            for _ in 1...3 {
                for _ in 1...2 { #expect(await isAsked(failingWith: StoreError(.timedOut))) }
                #expect(await isAsked(failingWith: error))
            }
        }
    }

    @Test func `a time-out of an operation with less time than usual does not count`() throws {
        try simulation.run {
            for _ in 1...9 { #expect(await isAsked(failingWith: StoreError(.timedOut), hasFullTime: false)) }
        }
    }

    @Test func `a trial without a result is followed by another one at once`() throws {
        try simulation.run {
            for _ in 1...3 { _ = await isAsked(failingWith: StoreError(.timedOut)) }
            try await simulation.sleep(for: .seconds(30))
            #expect(await isAsked(failingWith: StoreError(.timedOut), hasFullTime: false))
            #expect(await isAsked())
        }
    }

    @Test func `a cancelled operation says nothing about the store`() throws {
        try simulation.run {
            for _ in 1...2 { _ = await isAsked(failingWith: StoreError(.timedOut)) }
            let cancelled = Task(executorPreference: simulation) {
                try? await simulation.sleep(for: .seconds(1))
                return await isAsked(failingWith: CancellationError())
            }
            cancelled.cancel()
            #expect(await cancelled.value)
            #expect(await isAsked(failingWith: StoreError(.timedOut)))
            #expect(await !isAsked())
        }
    }
}
