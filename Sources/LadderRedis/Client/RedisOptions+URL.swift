public import LadderCore

extension RedisOptions {
    /// Creates options from an address such as `redis://user:password@10.0.0.5:6379/0`, `redis+cluster://10.0.0.5:7000`
    /// or `unix:///run/redis.sock`.
    ///
    /// The schemes `valkey` and `valkey+cluster` mean the same as those of Redis. Special characters in the name and
    /// the password are written as `%40`.
    ///
    /// - Throws: `ConfigurationError` where the address cannot be read, and for `rediss://`, with the ways there are
    ///   instead.
    public init(url: String) throws(ConfigurationError) {
        guard let reader = RedisURL(url) else {
            throw ConfigurationError(problems: ["the address of the Redis server cannot be read: it needs a scheme"])
        }
        var options: RedisOptions
        switch reader.scheme {
        case "redis", "valkey", "redis+cluster", "valkey+cluster":
            guard let endpoint = reader.endpoint, let database = reader.database else {
                throw ConfigurationError(problems: [
                    "the address of the Redis server cannot be read: its form is "
                        + "redis://user:password@host:port/database"
                ])
            }
            options = RedisOptions(.tcp(host: endpoint.host, port: endpoint.port))
            options.database = database
            options.isCluster = reader.scheme.hasSuffix("+cluster")
        case "unix", "redis+unix":
            options = RedisOptions(.unix(path: reader.path))
        case "rediss", "valkeys", "rediss+cluster", "valkeys+cluster":
            throw ConfigurationError(problems: [
                "\(reader.scheme):// needs TLS, which this client does not have; run a tunnel beside the program "
                    + "(stunnel, ghostunnel, Envoy or a service mesh) and connect to it with redis://127.0.0.1 or unix://"
            ])
        default:
            throw ConfigurationError(problems: [
                "the scheme \(reader.scheme) is unknown; allowed are redis, redis+cluster and unix"
            ])
        }
        options.user = reader.user
        options.password = reader.password
        self = options
    }
}
