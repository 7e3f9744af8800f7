import LadderCore
@testable import LadderRedis
import Testing

struct RedisOptionsTests {
    @Test func `an address gives all its parts`() throws {
        let options = try RedisOptions(url: "redis://me:p%40ss%3A%2F@10.0.0.5:6380/3")
        #expect(options.endpoint == .tcp(host: "10.0.0.5", port: 6_380))
        #expect(options.user == "me")
        #expect(options.password == "p@ss:/")
        #expect(options.database == 3)
        #expect(!options.isCluster)
    }

    @Test(arguments: [
        ("redis://localhost", RedisOptions.Endpoint.tcp(host: "localhost", port: 6_379), false),
        ("valkey://:secret@[::1]:7000/", .tcp(host: "::1", port: 7_000), false),
        ("redis+cluster://node:7001", .tcp(host: "node", port: 7_001), true),
        ("unix:///run/redis.sock", .unix(path: "/run/redis.sock"), false),
    ])
    func `every form of address is read`(url: String, endpoint: RedisOptions.Endpoint, isCluster: Bool) throws {
        let options = try RedisOptions(url: url)
        #expect(options.endpoint == endpoint)
        #expect(options.isCluster == isCluster)
        #expect(options.problems == [])
    }

    @Test(arguments: [
        "localhost:6379", "http://a", "redis://", "redis://a:b", "redis://a/b", "redis://[::1", "redis://a:0",
        "unix://",
    ])
    func `an address that cannot be read is an error`(url: String) {
        #expect(throws: ConfigurationError.self) { try RedisClient(url: url) }
    }

    @Test func `an address with TLS is refused with the ways there are`() throws {
        let error = try #require(throws: ConfigurationError.self) { try RedisClient(url: "rediss://:secret@host") }
        #expect(error.description.contains("tunnel"))
        #expect(!error.description.contains("secret"))
    }

    @Test func `no description shows the password`() {
        var options = RedisOptions()
        options.password = "secret"
        var text = "\(options) \(String(reflecting: options))"
        dump(options, to: &text)
        #expect(!text.contains("secret"))
    }

    @Test func `every option out of range is named`() {
        var options = RedisOptions(.tcp(host: "", port: 0))
        options.database = -1
        options.user = "me"
        options.clientName = "a b"
        options.maximumWaiting = 0
        options.commandTimeout = .zero
        #expect(options.problems.count == 7)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("10.1.2.3", true), ("172.31.0.1", true), ("172.32.0.1", false), ("192.168.1.1", true),
        ("169.254.1.1", true), ("100.64.0.1", true), ("100.128.0.1", false), ("8.8.8.8", false), ("::1", true),
        ("fd00::1", true),
        ("fe80::1", true), ("2001:db8::1", false), ("::ffff:10.0.0.1", true), ("::ffff:8.8.8.8", false), ("::", false),
    ])
    func `values travel unencrypted to private addresses only`(host: String, isPrivate: Bool) throws {
        let addresses = SocketAddress.resolve(host: host, port: 1, isNumeric: true)
        #expect(try #require(addresses.first).isPrivate == isPrivate)
        var options = RedisOptions(.tcp(host: host, port: 1))
        #expect(options.problems.isEmpty == isPrivate)
        options.allowsPlainTextToPublicAddresses = true
        #expect(options.problems.isEmpty)
    }
}
