import LadderCore

/// The invalidations of a store, as the server had them when they were read last.
struct Invalidations: Hashable, Sendable {
    /// The number of the last invalidation.
    var epoch: UInt64
    /// The number below which nothing is valid any longer.
    var floor: UInt64
    /// The number of the last invalidation of each group.
    var groups: [Int64: UInt64]

    /// Creates the invalidations from the fields and values of the server's hash; nil for anything else.
    init?(_ reply: RESPValue) {
        guard let elements = reply.elements else { return nil }
        var (epoch, floor): (UInt64?, UInt64?)
        groups = [:]
        for index in stride(from: 0, to: elements.count - 1, by: 2) {
            guard let field = elements[index].string, let number = elements[index + 1].string.flatMap(UInt64.init)
            else { return nil }
            switch field {
            case "epoch": epoch = number
            case "floor": floor = number
            default: if let id = Int64(field) { groups[id] = number }
            }
        }
        guard let epoch, let floor else { return nil }
        self.epoch = epoch
        self.floor = floor
    }

    /// Whether what was begun at an epoch is still valid.
    func allow(epoch: UInt64, groups: [CacheGroup]) -> Bool {
        if epoch >= self.epoch { return true }
        if epoch < floor { return false }
        return groups.allSatisfy { (self.groups[$0.storageID] ?? 0) <= epoch }
    }
}
