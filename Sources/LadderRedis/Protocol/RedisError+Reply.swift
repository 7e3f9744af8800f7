extension RedisError {
    /// Creates the error for a reply that is one.
    ///
    /// The first word of the reply says whether the server has run the command. What a script has done before its error
    /// stays, so the error of a script says `maybe`.
    init(reply: String) {
        let code = reply.prefix { $0 != " " }
        let isOfScript = reply.contains("script: ") || reply.contains("@user_script") || reply.contains("user_function")
        let (kind, executed): (Kind, Execution) =
            switch code {
            case "NOPERM", "NOAUTH", "WRONGPASS": (.notAllowed, .no)
            case "OOM": (.outOfMemory, .no)
            case "READONLY", "NOREPLICAS", "MISCONF": (.readOnly, .no)
            case "LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY", "MOVED", "ASK": (.unavailable, .no)
            case "NOSCRIPT", "NOPROTO", "CROSSSLOT": (.server, .no)
            default: (.server, Self.isUnknownCommand(reply) ? .no : .yes)
            }
        self.init(kind, executed: isOfScript ? .maybe : executed, message: Self.withoutArguments(reply))
    }

    private static func isUnknownCommand(_ reply: String) -> Bool {
        reply.hasPrefix("ERR unknown command") || reply.hasPrefix("ERR unknown subcommand")
            || reply.hasPrefix("ERR wrong number of arguments")
    }

    /// The reply without the arguments that the server repeats after an unknown command.
    private static func withoutArguments(_ reply: String) -> String {
        guard isUnknownCommand(reply), let comma = reply.firstIndex(of: ",") else { return String(reply.prefix(300)) }
        return String(reply[..<comma])
    }
}
