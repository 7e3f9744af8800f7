import Foundation
import Ladder
import LadderRedis

/// What a client, a `RedisStore` and a `RedisLedger` cost, beside redis-benchmark.
enum RedisSpeed {
    static func run(port: Int, operations count: Int) async throws {
        let url = "redis://127.0.0.1:\(port)"
        let client = try RedisClient(url: url)
        try await client.send(RedisCommand("FLUSHALL"))
        let value = [UInt8](repeating: 0x61, count: 2_048)
        print("Redis, GET and SET of 2,048 bytes in turn")
        @Sendable func getOrSet(_ number: Int) async throws {
            let key = RedisCommand.Argument.text("key:\(number % 1_000)")
            if number % 2 == 0 {
                try await client.send(RedisCommand("SET", key, .bytes(value)))
            } else {
                try await client.send(RedisCommand("GET", key))
            }
        }
        _ = try await Samples.of(2_000, tasks: 64, getOrSet)
        try benchmark(port: port, clients: 64, operations: count)
        try await Samples.of(count, tasks: 64, getOrSet).print("client, 64 tasks")
        try benchmark(port: port, clients: 1, operations: count / 4)
        try await Samples.of(count / 4, tasks: 1, getOrSet).print("client, 1 task")
        await client.close()
        try await store(url: url, operations: count)
        try await ledger(url: url, operations: count / 4)
    }

    private static func store(url: String, operations count: Int) async throws {
        let store = try RedisStore(url: url, policy: RedisStorePolicy(timeout: .seconds(5)))
        let (keys, entry, context) = (StoreSubject.keys.prefix(1_000), StoreSubject.entry, StoreSubject.context)
        for key in keys { try await store.set(key, to: entry, asOf: nil, in: context) }
        for key in keys { _ = try await store.get(key, in: context) }
        try await Samples.of(count, tasks: 1) { number in
            _ = try await store.get(keys[number % 1_000], in: context)
        }.print("store, hit in memory")
        await store.close()
        let other = try RedisStore(url: url, policy: RedisStorePolicy(timeout: .seconds(5), memoryBytes: 0))
        try await Samples.of(count / 4, tasks: 64) { number in
            _ = try await other.get(keys[number % 1_000], in: context)
        }.print("store, get from the server, 64 tasks")
        await other.close()
    }

    private static func ledger(url: String, operations count: Int) async throws {
        let ledger = try RedisLedger(url: url, policy: RedisLedgerPolicy(timeout: .seconds(5)))
        let limit = LedgerLimit(account: "bench", maximum: 1 << 50, window: .rolling(.seconds(3_600)))
        let entries = [LedgerReservation.Entry(limit: limit, amount: 10)]
        let client = try RedisClient(url: url)
        try await client.send(RedisCommand("CONFIG", "RESETSTAT"))
        try await Samples.of(count, tasks: 64) { number in
            let id = "bench-\(number)"
            let reservation = LedgerReservation(id: id, entries: entries, expiresAfter: .seconds(60))
            _ = try await ledger.reserve(reservation, in: StoreSubject.context)
            try await ledger.settle(LedgerSettlement(id: id, entries: entries), in: StoreSubject.context)
        }.print("ledger, reserve and settle, 64 tasks")
        let statistics = try await client.send(RedisCommand("INFO", "commandstats")).string ?? ""
        for line in statistics.split(whereSeparator: \.isNewline) where line.hasPrefix("cmdstat_evalsha:") {
            print("  scripts on the server: \(line.dropFirst("cmdstat_evalsha:".count))")
        }
        await client.close()
        await ledger.close()
    }

    private static func benchmark(port: Int, clients: Int, operations: Int) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "redis-benchmark", "-p", "\(port)", "-c", "\(clients)", "-P", "1", "-d", "2048", "-n", "\(operations)",
            "-r",
            "1000", "-t", "set,get", "-q",
        ]
        fflush(nil)
        try process.run()
        process.waitUntilExit()
    }
}
