import Foundation
import LadderRedis

/// A cluster of three servers of the test's own.
struct TestCluster {
    let servers: [TestServer]

    /// Returns a cluster that answers.
    static func started() async throws -> TestCluster {
        var servers: [TestServer] = []
        for _ in 0..<3 {
            servers.append(try await TestServer.started("--cluster-enabled", "yes", "--cluster-node-timeout", "2000"))
        }
        let cluster = TestCluster(servers: servers)
        try cluster.run(
            ["--cluster", "create"] + servers.map { "127.0.0.1:\($0.port)" } + ["--cluster-yes"])
        let client = try cluster.client()
        let isUp = await eventually {
            for server in servers {
                guard let node = try? server.client() else { return false }
                let info = try? await node.send(RedisCommand("CLUSTER", "INFO")).string
                await node.close()
                if info?.contains("cluster_state:ok") != true { return false }
            }
            return true
        }
        await client.close()
        if !isUp { throw TestServer.Failure(description: "the cluster did not come up") }
        return cluster
    }

    /// Returns a client that knows the first node.
    func client(_ change: (inout RedisOptions) -> Void = { _ in }) throws -> RedisClient {
        try servers[0].client {
            $0.isCluster = true
            change(&$0)
        }
    }

    /// Runs `redis-cli`.
    func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["redis-cli"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            throw TestServer.Failure(description: "redis-cli ended with \(process.terminationStatus)")
        }
    }
}
