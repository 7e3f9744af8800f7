extension ConnectionState {
    /// Begins to look a name up. Returns false if another thread does it already.
    mutating func beginLookup() -> Bool {
        guard !isLookingUp else { return false }
        isLookingUp = true
        return true
    }

    /// Keeps the addresses of a name, and returns the way to wake the thread where that is necessary.
    mutating func finishLookup(_ addresses: [SocketAddress]) -> WakePipe? {
        isLookingUp = false
        lookup = addresses
        return takeWake()
    }

    /// Takes the addresses of a name; nil if they are not known yet.
    mutating func takeLookup() -> [SocketAddress]? {
        defer { lookup = nil }
        return lookup
    }
}
