import LadderCore

extension ConnectionLoop {
    /// Does what is due in the current step.
    mutating func advance(at now: Instant) {
        switch step {
        case .pausing(let end):
            if now >= end { connect(at: now) }
        case .lookingUp:
            if let found = connection.state.withLock({ $0.takeLookup() }) {
                use(found, at: now)
            } else if now >= attemptEnd {
                fail("the look-up of the server's name took more than \(timeout)", at: now)
            }
        case .connecting, .greeting:
            if now >= addressEnd { tryNextAddress(after: "no answer within \(timeout)", at: now) }
        case .ready: check(at: now)
        }
    }

    /// Begins an attempt.
    mutating func connect(at now: Instant) {
        connection.state.withLock { $0.beginConnecting() }
        attemptEnd = now + connection.options.connectTimeout
        nextAddress = 0
        if !addresses.isEmpty { return tryNextAddress(after: "", at: now) }
        switch connection.options.endpoint {
        case .unix(let path): use([SocketAddress(unixPath: path)].compactMap { $0 }, at: now)
        case .tcp(let host, let port):
            let numeric = SocketAddress.resolve(host: host, port: port, isNumeric: true)
            if !numeric.isEmpty { return use(numeric, at: now) }
            step = .lookingUp
            lookUp(host: host, port: port)
        }
    }

    /// Looks a name up on another thread, because the system's call can block for seconds.
    private func lookUp(host: String, port: Int) {
        let connection = connection
        guard connection.state.withLock({ $0.beginLookup() }) else { return }
        let isStarted = startThread {
            let found = SocketAddress.resolve(host: host, port: port, isNumeric: false)
            connection.state.withLock { $0.finishLookup(found) }?.wake()
        }
        if !isStarted { _ = connection.state.withLock { $0.finishLookup([]) } }
    }

    private mutating func use(_ found: [SocketAddress], at now: Instant) {
        guard !found.isEmpty else { return fail("the server's name has no address", at: now) }
        addresses = found
        if !connection.options.allowsPlainTextToPublicAddresses { addresses.removeAll { !$0.isPrivate } }
        guard !addresses.isEmpty else {
            return fail(
                "the server has a public address, to which passwords and values would travel unencrypted",
                isLasting: true, at: now)
        }
        tryNextAddress(after: "", at: now)
    }

    /// Tries the next address, or ends the attempt after the last one with the reason for which that failed.
    mutating func tryNextAddress(after reason: String, at now: Instant) {
        step.socket?.shutDown()
        var reason = reason
        while nextAddress < addresses.count, now < attemptEnd {
            let address = addresses[nextAddress]
            // An address that does not answer leaves time for the others.
            addressEnd = now + (attemptEnd - now) / (addresses.count - nextAddress)
            nextAddress += 1
            do throws(SystemError) {
                let (socket, isConnected) = try StreamSocket.connect(to: address)
                step = .connecting(socket)
                if isConnected { greet(socket, at: now) }
                return
            } catch {
                reason = error.description
            }
        }
        // The name may have other addresses by the next attempt.
        addresses = []
        fail(reason, at: now)
    }

    /// Greets the server, or tries the next address.
    mutating func finishConnecting(_ socket: StreamSocket) {
        let now = Runtime.live.now
        if let error = socket.takeError() {
            tryNextAddress(after: error.description, at: now)
        } else {
            greet(socket, at: now)
        }
    }

    private mutating func greet(_ socket: StreamSocket, at now: Instant) {
        connection.state.withLock { $0.statistics.connections += 1 }
        parser = RESPParser(limits: connection.options.replyLimits)
        step = .greeting(socket, done: 0)
        let bytes = greeting.encoded
        // A new connection has room for some hundred bytes.
        guard case .bytes(bytes.count) = socket.send(bytes, from: 0) else {
            return tryNextAddress(after: "the first commands could not be sent", at: now)
        }
    }

    private var timeout: String { connection.options.connectTimeout.shortText }
}
