/// A reply of a Redis server, as RESP2 and RESP3 know them.
public enum RESPValue: Hashable, Sendable {
    case null
    case integer(Int64)
    /// A string of bytes. A verbatim string is one as well, without its format.
    case bytes([UInt8])
    /// A short text of the server, such as `OK`.
    case text(String)
    /// An error within a reply. A reply that is an error as a whole is thrown as a ``RedisError``.
    case error(String)
    case boolean(Bool)
    case double(Double)
    /// An integer of any size, as its digits.
    case bigNumber(String)
    case array([RESPValue])
    case set([RESPValue])
    /// Keys and values in turn.
    case map([RESPValue])
    /// A message of the server's own, such as an invalidation.
    case push([RESPValue])
}
