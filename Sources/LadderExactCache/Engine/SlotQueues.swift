// Index lists in arrays and not plain arrays: a slot leaves the middle of its queue when its entry is removed or has
// expired, and that must take the same time in a queue of a million slots.

/// The slots of a table in three queues, each with its oldest slot first.
struct SlotQueues {
    /// The queues.
    enum Name: Int {
        /// The slots that are in no queue.
        case none
        /// The entries that were written a short time ago.
        case recent
        /// The entries that were read again after they were written.
        case main
    }

    private struct Link {
        var older: Int32 = -1
        var newer: Int32 = -1
        var queue = Name.none
    }

    private struct Ends {
        var oldest: Int32 = -1
        var newest: Int32 = -1
        var count = 0
    }

    private var links: [Link] = []
    private var ends = [Ends(), Ends(), Ends()]

    /// Returns the number of slots in a queue.
    func count(of queue: Name) -> Int { ends[queue.rawValue].count }

    /// Returns the oldest slot of a queue.
    func oldest(of queue: Name) -> Int32? {
        let slot = ends[queue.rawValue].oldest
        return slot < 0 ? nil : slot
    }

    /// Returns the queue of a slot.
    func queue(of slot: Int32) -> Name {
        Int(slot) < links.count ? links[Int(slot)].queue : .none
    }

    /// Adds a slot that is in no queue as the newest of a queue.
    mutating func append(_ slot: Int32, to queue: Name) {
        while links.count <= Int(slot) { links.append(Link()) }
        let newest = ends[queue.rawValue].newest
        links[Int(slot)] = Link(older: newest, queue: queue)
        if newest >= 0 { links[Int(newest)].newer = slot } else { ends[queue.rawValue].oldest = slot }
        ends[queue.rawValue].newest = slot
        ends[queue.rawValue].count += 1
    }

    /// Takes a slot out of its queue.
    mutating func remove(_ slot: Int32) {
        let link = links[Int(slot)]
        guard link.queue != .none else { return }
        let queue = link.queue.rawValue
        if link.older >= 0 { links[Int(link.older)].newer = link.newer } else { ends[queue].oldest = link.newer }
        if link.newer >= 0 { links[Int(link.newer)].older = link.older } else { ends[queue].newest = link.older }
        ends[queue].count -= 1
        links[Int(slot)] = Link()
    }
}
