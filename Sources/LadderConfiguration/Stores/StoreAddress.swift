public import LadderCore
import LadderRedis
import LadderSQLite

/// The address of a store or a ledger that survives the process: a file of SQLite, or a Redis server.
///
/// ```swift
/// import LadderConfiguration
///
/// let store = try StoreAddress("sqlite:/var/lib/app/answers.sqlite3").store()
/// let pipeline = try Pipeline(model: model) { ExactCache(store: store) }
/// ```
public struct StoreAddress: Hashable, Sendable {
    /// The engines behind an address.
    enum Engine: Hashable, Sendable {
        case sqlite(path: String)
        case redis(url: String)
    }

    let engine: Engine
    /// The text of the address. It can contain a password.
    let text: String

    /// Reads an address: `sqlite:` with the absolute path of a file, or that of a Redis server, such as
    /// `redis://10.0.0.5:6379` or `unix:///run/redis.sock`.
    ///
    /// - Throws: `ConfigurationError` where the address cannot be read.
    public init(_ text: String) throws(ConfigurationError) {
        self.text = text
        if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard path.hasPrefix("/") else {
                throw ConfigurationError(problems: ["the path of \"sqlite:\" must be absolute"])
            }
            engine = .sqlite(path: path)
        } else {
            _ = try RedisOptions(url: text)
            engine = .redis(url: text)
        }
    }

    /// Whether a text is meant as an address, and not as a name.
    static func isAddress(_ text: String) -> Bool { text.hasPrefix("sqlite:") || text.contains("://") }

    /// Opens the store at the address.
    ///
    /// - Parameter password: The password of a Redis server whose address has none.
    /// - Throws: `ConfigurationError` or `StoreError` where it cannot be opened. A Redis server that cannot be reached is no
    ///   error here.
    public func store(password: String? = nil) throws -> any CacheStore {
        switch engine {
        case .sqlite(let path): try SQLiteStore(SQLiteStorePolicy(path: path))
        case .redis(let url): try RedisStore(options(url, password: password))
        }
    }

    /// Opens the ledger at the address. It is another file than that of a store.
    ///
    /// - Parameter password: The password of a Redis server whose address has none.
    /// - Throws: `ConfigurationError` or `StoreError` where it cannot be opened. A Redis server that cannot be reached is no
    ///   error here.
    public func ledger(password: String? = nil) throws -> any BudgetLedger {
        switch engine {
        case .sqlite(let path): try SQLiteLedger(path: path)
        case .redis(let url): try RedisLedger(options(url, password: password))
        }
    }

    private func options(_ url: String, password: String?) throws -> RedisOptions {
        var options = try RedisOptions(url: url)
        if let password { options.password = password }
        return options
    }
}
