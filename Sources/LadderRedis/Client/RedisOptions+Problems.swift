import LadderCore

extension RedisOptions {
    /// One sentence for each option that is out of range.
    package var problems: [String] {
        var checks = OptionChecks(of: "RedisOptions")
        switch endpoint {
        case .tcp(let host, let port):
            checks.require("endpoint.port", value: port, in: 1...65_535)
            if host.isEmpty { checks.add("RedisOptions.endpoint has an empty host") }
            // A name is looked up with the first command; the addresses of digits are known now.
            let addresses = SocketAddress.resolve(host: host, port: port, isNumeric: true)
            if !allowsPlainTextToPublicAddresses, addresses.contains(where: { !$0.isPrivate }) {
                checks.add(
                    "RedisOptions.endpoint is a public address, to which passwords and values would travel "
                        + "unencrypted; use a tunnel, or set allowsPlainTextToPublicAddresses")
            }
        case .unix(let path):
            if path.isEmpty || SocketAddress(unixPath: path) == nil {
                checks.add("RedisOptions.endpoint has a path that is empty or too long for a unix socket")
            }
            if isCluster { checks.add("RedisOptions.isCluster needs an endpoint with a host") }
        }
        if isCluster {
            checks.require("database", value: database, in: 0...0)
        } else {
            checks.require("database", value: database, in: 0...1_000_000)
        }
        if user != nil, password == nil { checks.add("RedisOptions.user needs a password") }
        if clientName.utf8.contains(where: { $0 <= 32 || $0 >= 127 }) {
            checks.add("RedisOptions.clientName has other characters than visible ones of ASCII")
        }
        checks.require("connectTimeout", value: connectTimeout, in: .milliseconds(1)...(.seconds(300)))
        checks.require("commandTimeout", value: commandTimeout, in: .milliseconds(1)...(.seconds(3_600)))
        checks.require("maximumWaiting", value: maximumWaiting, in: 1...1_000_000)
        checks.require("maximumWaitingBytes", value: maximumWaitingBytes, in: 1...(4 << 30))
        checks.require("failuresBeforeRest", value: failuresBeforeRest, in: 1...1_000_000)
        checks.require("stallTimeout", value: stallTimeout, in: .milliseconds(10)...(.seconds(3_600)))
        checks.require("pingInterval", value: pingInterval, in: .milliseconds(10)...(.seconds(3_600)))
        checks.require("replyLimits.stringBytes", value: replyLimits.stringBytes, in: 1...(512 << 20))
        checks.require("replyLimits.lineBytes", value: replyLimits.lineBytes, in: 64...(1 << 30))
        checks.require("replyLimits.elements", value: replyLimits.elements, in: 1...(1 << 30))
        checks.require("replyLimits.depth", value: replyLimits.depth, in: 1...1_000)
        checks.require("replyLimits.replyBytes", value: replyLimits.replyBytes, in: 64...(4 << 30))
        return checks.problems
    }
}
