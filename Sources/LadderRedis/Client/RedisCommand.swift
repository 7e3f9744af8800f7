/// A command for a Redis server: its name and its arguments.
///
/// ```swift
/// import LadderRedis
///
/// let command = RedisCommand("SET", "greeting", .bytes(Array("hello".utf8)), "PX", 60_000)
/// print(command.arguments.count)
/// ```
public struct RedisCommand: Hashable, Sendable {
    /// One argument.
    public enum Argument: Hashable, Sendable {
        case text(String)
        case bytes([UInt8])
        case integer(Int64)
    }

    /// The name and the arguments.
    public var arguments: [Argument]
    /// Whether a second run has the same effect as one, so that the client may repeat the command after a lost reply.
    public var isIdempotent: Bool
    /// The key by which a cluster chooses the server; nil for a command of no key in particular.
    public var key: String?

    /// Creates a command. The key for a cluster is the first argument after the name, if it is a text.
    public init(_ name: String, _ arguments: Argument..., isIdempotent: Bool = false) {
        self.init([.text(name)] + arguments, key: nil, isIdempotent: isIdempotent)
        if case .text(let key)? = arguments.first { self.key = key }
    }

    /// Creates a command from its name and arguments, for example one with a computed number of arguments.
    public init(_ arguments: [Argument], key: String?, isIdempotent: Bool = false) {
        self.arguments = arguments
        self.key = key
        self.isIdempotent = isIdempotent
    }
}

extension RedisCommand.Argument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// Creates a text.
    public init(stringLiteral value: String) { self = .text(value) }

    /// Creates a number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
}
