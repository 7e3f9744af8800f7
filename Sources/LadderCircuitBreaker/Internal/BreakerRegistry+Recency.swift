/// The two ends of a list of slots, by when they were asked.
struct RecencyList: Sendable {
    var newest: Int32 = -1
    var oldest: Int32 = -1
}

extension BreakerRegistry {
    /// The place of a target, which is now the most recently asked.
    mutating func find(_ target: String) -> Int32? {
        if recent >= 0, slots[Int(recent)].target == target { return recent }
        let isFormer = former >= 0 && slots[Int(former)].target == target
        guard let place = isFormer ? former : places[target] else { return nil }
        unlink(place)
        link(place)
        (recent, former) = (place, recent)
        return place
    }

    /// A breaker that has left one state for another belongs to the other list.
    mutating func relink(_ place: Int32, isClosed: Bool) {
        unlink(place)
        slots[Int(place)].isInClosedList = isClosed
        link(place)
    }

    mutating func link(_ place: Int32) {
        let index = Int(place)
        let isClosed = slots[index].isInClosedList
        let former = isClosed ? closed.newest : others.newest
        slots[index].newer = -1
        slots[index].older = former
        if former >= 0 { slots[Int(former)].newer = place }
        if isClosed {
            closed.newest = place
            if closed.oldest < 0 { closed.oldest = place }
        } else {
            others.newest = place
            if others.oldest < 0 { others.oldest = place }
        }
    }

    mutating func unlink(_ place: Int32) {
        let (newer, older) = (slots[Int(place)].newer, slots[Int(place)].older)
        if newer >= 0 { slots[Int(newer)].older = older }
        if older >= 0 { slots[Int(older)].newer = newer }
        if slots[Int(place)].isInClosedList {
            if closed.newest == place { closed.newest = older }
            if closed.oldest == place { closed.oldest = newer }
        } else {
            if others.newest == place { others.newest = older }
            if others.oldest == place { others.oldest = newer }
        }
    }
}
