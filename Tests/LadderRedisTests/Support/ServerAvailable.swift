import Testing

extension Trait where Self == ConditionTrait {
    /// Runs a test only where a server is installed.
    static var needsRedis: Self {
        .enabled(
            if: StoreServer.program != nil,
            "skipped: there is no redis-server; install it (apt-get install redis-server) to run these tests")
    }
}
