/// The commands with which a connection begins.
struct Greeting {
    private let commands: [RedisCommand]

    /// Creates the commands: the protocol and the user, the database, and the tracking of keys.
    init(_ options: RedisOptions, tracksKeys: Bool) {
        var hello: [RedisCommand.Argument] = ["HELLO", "3"]
        if let password = options.password {
            hello += ["AUTH", .text(options.user ?? "default"), .text(password)]
        }
        hello += ["SETNAME", .text(options.clientName)]
        var commands = [RedisCommand(hello, key: nil)]
        if options.database != 0 { commands.append(RedisCommand("SELECT", .integer(Int64(options.database)))) }
        if tracksKeys { commands.append(RedisCommand("CLIENT", "TRACKING", "ON")) }
        self.commands = commands
    }

    /// The number of replies.
    var count: Int { commands.count }

    /// The bytes of all commands.
    var encoded: [UInt8] { commands.flatMap(\.encoded) }

    /// Returns why the server refused the client, and whether it will do so again soon; nil if it did not.
    ///
    /// - Parameters:
    ///   - index: The number of the command.
    ///   - reply: Its reply.
    func failure(of index: Int, reply: RESPValue) -> (error: RedisError, isLasting: Bool)? {
        guard case .error(let text) = reply else { return nil }
        let error = RedisError(reply: text)
        if error.kind == .notAllowed {
            return (RedisError(.notAllowed, executed: .no, message: error.message), true)
        }
        let isTooOld = index == 0 && (text.hasPrefix("ERR unknown command") || text.hasPrefix("NOPROTO"))
        if isTooOld {
            let message = "the server does not know RESP3, which Redis has since version 6"
            return (RedisError(.connectFailed, executed: .no, message: message), true)
        }
        return (RedisError(.connectFailed, executed: .no, message: error.message), index > 0)
    }
}
