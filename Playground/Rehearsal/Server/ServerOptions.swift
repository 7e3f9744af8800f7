package import LadderCore

/// Where a server of a rehearsal listens, and what it rehearses.
package struct ServerOptions: Sendable {
    /// The IPv4 address to listen on. Any other than a loopback address lets other machines use the models.
    package var host = "127.0.0.1"
    package var port = 8080
    package var source = ServedPipeline.setup
    /// The scenario that is played from the start; nil for healthy models.
    package var scenario: Scenario?
    /// The store of the caches; nil for one in memory. A configuration names its own.
    package var store: (any CacheStore)?

    package init() {}

    /// Whether only programs on this machine reach the server.
    package var isLoopback: Bool { host.hasPrefix("127.") || host == "localhost" }
}
