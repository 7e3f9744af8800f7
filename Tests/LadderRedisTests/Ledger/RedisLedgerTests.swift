import LadderCore
@testable import LadderRedis
import LadderTesting
import Testing

extension ServerTests {
    @Suite struct RedisLedgerTests {
        private let policy = RedisLedgerPolicy(timeout: .seconds(60))

        private func server() async throws -> TestServer {
            try await TestServer.started()
        }

        @Test func `it keeps the contract of a ledger`() async throws {
            let server = try await server()
            let ledgers = Locked<[RedisLedger]>([])
            let unchecked = try await checkLedger { duration in
                for ledger in ledgers.withLock({ $0 }) { ledger.advance(by: duration) }
            } _: { [policy] in
                let ledger = try RedisLedger(url: server.url, policy: policy)
                ledgers.withLock { $0.append(ledger) }
                return ledger
            }
            #expect(unchecked.isEmpty)
        }

        @Test func `two processes reach a limit exactly and never pass it`() async throws {
            let server = try await server()
            let limit = LedgerLimit(account: "tokens", maximum: 14_400, window: .unlimited)
            let other = LedgerLimit(account: "requests", maximum: 1_000_000, window: .rolling(.seconds(3_600)))
            let ledgers = try (0..<2).map { _ in try RedisLedger(url: server.url, policy: policy) }
            let watcher = try RedisLedger(url: server.url, policy: policy)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<128 {
                    group.addTask {
                        let ledger = ledgers[task % 2]
                        for number in 0..<20 {
                            let id = "\(task)-\(number)"
                            let entries = [
                                LedgerReservation.Entry(limit: limit, amount: 10), .init(limit: other, amount: 1),
                            ]
                            let reservation = LedgerReservation(id: id, entries: entries, expiresAfter: .seconds(600))
                            guard case .held = try await ledger.reserve(reservation, in: StoreContext()) else {
                                continue
                            }
                            try await ledger.settle(LedgerSettlement(id: id, entries: entries), in: StoreContext())
                        }
                    }
                }
                group.addTask {
                    for _ in 0..<50 {
                        let state = try await watcher.status(of: [limit], in: StoreContext())[0]
                        #expect(state.spent + state.held <= 14_400)
                    }
                }
                try await group.waitForAll()
            }
            let states = try await watcher.status(of: [limit, other], in: StoreContext())
            #expect(states.map(\.spent) == [14_400, 1_440])
            #expect(states.map(\.held) == [0, 0])
        }

        @Test func `a hold of nothing is ended like any other`() async throws {
            let server = try await server()
            let ledger = try RedisLedger(url: server.url, policy: policy)
            let entries = [
                LedgerReservation.Entry(limit: LedgerLimit(account: "a", maximum: 10, window: .unlimited), amount: 0)
            ]
            let reservation = LedgerReservation(id: "1", entries: entries, expiresAfter: .seconds(5))
            _ = try await ledger.reserve(reservation, in: StoreContext())
            ledger.advance(by: .seconds(10))
            let state = try await ledger.status(of: entries.map(\.limit), in: StoreContext())
            #expect(state == [LedgerStatus(maximum: 10)])
        }

        @Test func `scripts that the server has forgotten are sent again`() async throws {
            let server = try await server()
            let ledger = try RedisLedger(url: server.url, policy: policy)
            let limit = LedgerLimit(account: "a", maximum: 10, window: .unlimited)
            let client = try RedisClient(url: server.url)
            for number in 0..<3 {
                try await client.send(RedisCommand("SCRIPT", "FLUSH"))
                let reservation = LedgerReservation(
                    id: "\(number)", entries: [.init(limit: limit, amount: 1)], expiresAfter: .seconds(60))
                guard case .held = try await ledger.reserve(reservation, in: StoreContext()) else {
                    Issue.record("not held")
                    return
                }
            }
            #expect(try await ledger.status(of: [limit], in: StoreContext())[0].held == 3)
        }

        @Test func `amounts that the server cannot count exactly are refused`() async throws {
            let server = try await server()
            let ledger = try RedisLedger(url: server.url, policy: policy)
            let limit = LedgerLimit(account: "a", maximum: .max, window: .unlimited)
            let error = await #expect(throws: StoreError.self) {
                let entries = [LedgerReservation.Entry(limit: limit, amount: 1 << 53 + 1)]
                _ = try await ledger.reserve(
                    LedgerReservation(id: "1", entries: entries, expiresAfter: .seconds(60)), in: StoreContext())
            }
            #expect(error?.kind == .tooLarge)
            let entries = [LedgerReservation.Entry(limit: limit, amount: 1 << 53)]
            let held = try await ledger.reserve(
                LedgerReservation(id: "1", entries: entries, expiresAfter: .seconds(60)), in: StoreContext())
            #expect(held == .held([LedgerStatus(maximum: 1 << 53, held: 1 << 53)]))
        }
    }
}
