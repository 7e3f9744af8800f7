import LadderCore
@testable import LadderRedis
import TestSupport
import Testing

extension ServerTests {
    struct ClusterTests {
        @Test func `every key is found, and its slot is that of the server`() async throws {
            let cluster = try await TestCluster.started()
            let client = try cluster.client()
            for number in 0..<300 {
                let key = number % 3 == 0 ? "a{\(number)}b" : "key\(number)"
                try await client.send(RedisCommand("SET", .text(key), .integer(Int64(number))))
                #expect(try await client.send(RedisCommand("GET", .text(key))).integer == Int64(number))
            }
            for key in ["", "{}x", "{{x}}", "a{", "a}b{c}", "{a}{b}"] {
                let slot = try await client.send(RedisCommand("CLUSTER", "KEYSLOT", .text(key))).integer
                #expect(slot == Int64(HashSlot.slot(of: key)))
            }
            #expect(client.statistics.connections >= 3)
            let script = RedisScript("return redis.call('GET', KEYS[1])")
            #expect(try await client.run(script, keys: ["key1"], []).integer == 1)
            await client.close()
        }

        @Test func `no caller notices while slots move to another node`() async throws {
            let cluster = try await TestCluster.started()
            let client = try cluster.client()
            let errors = Shared<[RedisError]>([])
            let wrong = Shared(0)
            let isOver = Shared(false)
            let target = try cluster.servers[1].client()
            let id = try await target.send(RedisCommand("CLUSTER", "MYID")).string ?? ""
            let source = try cluster.servers[0].client()
            let sourceID = try await source.send(RedisCommand("CLUSTER", "MYID")).string ?? ""
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        var number: Int64 = 0
                        while !isOver.value {
                            number += 1
                            let key = "key\(task)-\(number % 2_000)"
                            do throws(RedisError) {
                                try await client.send(RedisCommand("SET", .text(key), .integer(number)))
                                let reply = try await client.send(RedisCommand("GET", .text(key)))
                                if reply.integer != number { wrong.change { $0 += 1 } }
                            } catch {
                                errors.change { $0.append(error) }
                            }
                        }
                    }
                }
                group.addTask {
                    defer { isOver.change { $0 = true } }
                    try cluster.run([
                        "--cluster", "reshard", "127.0.0.1:\(cluster.servers[0].port)", "--cluster-from", sourceID,
                        "--cluster-to", id, "--cluster-slots", "200", "--cluster-yes",
                    ])
                }
                try await group.waitForAll()
            }
            #expect(errors.value == [])
            #expect(wrong.value == 0)
            #expect(client.statistics.redirects > 0)
            for other in [client, source, target] { await other.close() }
        }

        @Test func `a key on its way is asked for at the other node, and a command with keys on both waits`()
            async throws
        {
            let cluster = try await TestCluster.started()
            let client = try cluster.client()
            let (first, second) = ("{x}1", "{x}2")
            try await client.send(RedisCommand("SET", .text(first), "1"))
            let slot = Int64(HashSlot.slot(of: first))
            let routing = try #require(client.server as? RedisCluster)
            #expect(await eventually { routing.state.withLock { $0.table.nodes.count } == 3 })
            let owner = try #require(routing.state.withLock { $0.table[Int(slot)] })
            let from = try #require(cluster.servers.first { $0.port == owner.port })
            let to = try #require(cluster.servers.first { $0.port != owner.port })
            let (source, target) = (try from.client(), try to.client())
            let sourceID = RedisCommand.Argument.text(
                try await source.send(RedisCommand("CLUSTER", "MYID")).string ?? "")
            let targetID = RedisCommand.Argument.text(
                try await target.send(RedisCommand("CLUSTER", "MYID")).string ?? "")
            let setSlot: [RedisCommand.Argument] = ["CLUSTER", "SETSLOT", .integer(slot)]
            try await target.send(RedisCommand(setSlot + ["IMPORTING", sourceID], key: nil))
            try await source.send(RedisCommand(setSlot + ["MIGRATING", targetID], key: nil))
            // The second key does not exist at the old node, so it is made at the new one.
            let before = client.statistics.redirects
            try await client.send(RedisCommand("SET", .text(second), "2"))
            #expect(try await client.send(RedisCommand("GET", .text(first))).string == "1")
            #expect(client.statistics.redirects > before)
            let both = RedisCommand("MGET", .text(first), .text(second))
            let error = await failure(of: both, on: client, within: .milliseconds(300))
            #expect(error?.kind == .unavailable)
            #expect(error?.executed == .no)
            let waiting = Task { try await client.send(both) }
            try await source.send(
                RedisCommand("MIGRATE", "127.0.0.1", .integer(Int64(to.port)), .text(first), 0, 5_000))
            for node in [target, source] { try await node.send(RedisCommand(setSlot + ["NODE", targetID], key: nil)) }
            #expect(try await waiting.value.elements?.map(\.string) == ["1", "2"])
            for other in [client, source, target] { await other.close() }
        }

        @Test func `a node that is down makes its keys unavailable until it is back`() async throws {
            let cluster = try await TestCluster.started()
            let client = try cluster.client()
            let keys = (0..<30).map { "key\($0)" }
            for key in keys { try await client.send(RedisCommand("SET", .text(key), "a")) }
            cluster.servers[2].kill()
            var failures: [RedisError] = []
            for key in keys {
                let command = RedisCommand("GET", .text(key))
                if let error = await failure(of: command, on: client, within: .milliseconds(100)) {
                    failures.append(error)
                }
            }
            #expect(!failures.isEmpty)
            #expect(failures.allSatisfy { $0.executed != .yes })
            try await cluster.servers[2].start()
            for key in keys {
                let command = RedisCommand("SET", .text(key), "b")
                #expect(await eventually { await failure(of: command, on: client) == nil })
            }
            await client.close()
        }
    }
}
