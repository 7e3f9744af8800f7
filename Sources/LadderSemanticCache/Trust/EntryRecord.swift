import LadderCore

/// The outcomes of one entry, by the similarity of the questions that it served or would have served.
struct EntryRecord: Hashable, Sendable {
    /// Whether a caller has ever reported the answer as wrong.
    private(set) var wasReportedWrong = false
    /// Whether any outcome was wrong.
    private(set) var wasWrong = false
    /// The number of right outcomes since the last wrong one.
    private(set) var rightInARow = 0
    /// The number of the latest outcome, to forget records in order.
    private(set) var latest: UInt64 = 0
    private var slots: [Slot] = []

    private struct Slot: Hashable {
        let region: Int
        var counts = OutcomeCounts()
    }

    mutating func add(_ outcome: TrustOutcome, in region: Int, number: UInt64) {
        latest = number
        if outcome.isRight {
            rightInARow = rightInARow.saturatingAdding(1)
        } else {
            rightInARow = 0
            wasWrong = true
            if outcome == .reportedWrong { wasReportedWrong = true }
        }
        let index = slots.firstIndex { $0.region == region } ?? slots.endIndex
        if index == slots.endIndex { slots.append(Slot(region: region)) }
        slots[index].counts.add(isRight: outcome.isRight, limit: 1_000)
    }

    /// Returns the outcomes that say something about a region.
    ///
    /// An entry that was right for a close question may be wrong for a distant one, so a right outcome counts only in
    /// its own region and the ones beside it. A wrong outcome also counts in all regions of less similarity.
    func counts(for region: Int) -> OutcomeCounts {
        slots.reduce(into: OutcomeCounts()) { sum, slot in
            guard slot.region >= region - 1 else { return }
            sum.wrong += slot.counts.wrong
            sum.total += slot.region <= region + 1 ? slot.counts.total : slot.counts.wrong
        }
    }
}
