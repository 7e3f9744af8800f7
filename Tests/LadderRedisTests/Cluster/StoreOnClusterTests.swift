import LadderCore
import LadderRedis
import LadderTesting
import Testing

extension ServerTests {
    @Suite struct StoreOnClusterTests {
        @Test func `a store, a ledger and hints keep their contracts on a cluster`() async throws {
            let cluster = try await TestCluster.started()
            let url = "redis+cluster://127.0.0.1:\(cluster.servers[0].port)"
            let names = Locked(0)
            try await checkStore(advancing: nil) {
                let policy = RedisStorePolicy(
                    prefix: "check\(names.withLock { $0 += 1; return $0 })", timeout: .seconds(20),
                    keptWithoutEnd: .seconds(3_600))
                return try RedisStore(url: url, policy: policy)
            }
            try await checkLedger(advancing: nil) {
                try RedisLedger(url: url, policy: RedisLedgerPolicy(timeout: .seconds(20)))
            }
            let (first, second) = (try RedisHints(url: url), try RedisHints(url: url))
            #expect(
                await eventually {
                    first.publish(SharedHint(.breakerOpened, about: "m", id: 7, remaining: .seconds(60)))
                    return second.hint(.breakerOpened, about: "m")?.id == 7
                })
            await first.close()
            await second.close()
        }
    }
}
