extension RedisOptions: CustomStringConvertible, CustomReflectable {
    /// The address, without the password.
    public var description: String {
        let address =
            switch endpoint {
            case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
            case .unix(let path): path
            }
        return "\(isCluster ? "cluster " : "")\(address)\(database == 0 ? "" : ", database \(database)")"
    }

    /// The address only, so that no tool prints the password.
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}
