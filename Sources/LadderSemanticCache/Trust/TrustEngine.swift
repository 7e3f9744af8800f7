import LadderCore

/// Estimates from feedback how often each stored answer is wrong for other questions, and withholds those that are
/// wrong too often.
///
/// It is a pure data structure without a clock or a lock. Its owner records each outcome and asks for a verdict before
/// an answer is served. A withheld answer costs a model call, whose answer can be compared with the withheld one: the
/// owner records that as a shadow outcome, so that the entry can return.
///
/// Two error rates are estimated:
/// - of each *region*, a band of cosines, from the outcomes of all entries that their own record does not withhold
///   there. A region stops when its rate is above the target with 90 % confidence. It starts with the assumption that
///   the rate is half the target, which some outcomes overrule.
/// - of each *entry*, from its own outcomes in the region and those beside it. In a region that serves, an entry
///   without a record serves too, and one wrong outcome withholds an entry until many right ones outweigh it. In a
///   region that has stopped, an entry serves only when its own rate is within the target with 90 % confidence.
///
/// Only outcomes count; a serve without one says nothing. Where callers report wrong answers but never right ones, the
/// estimates are far above the truth: have no target then.
///
/// The id of an entry should be the same after its answer was removed and stored again: what made it wrong for another
/// question is its own question, which has not changed.
package struct TrustEngine<EntryID: Hashable & Sendable>: Sendable {
    package let policy: TrustPolicy
    private var entries: [EntryID: EntryRecord] = [:]
    private var regions: [OutcomeCounts]
    private var outcomes: UInt64 = 0

    /// The number of standard deviations that leaves a tenth of the outcomes beyond it, on one side.
    private static var deviations: Double { 1.28 }

    package init(_ policy: TrustPolicy = TrustPolicy()) {
        self.policy = policy
        let width = policy.regionWidth > 0.001 ? min(policy.regionWidth, 1) : 0.001
        regions = Array(repeating: OutcomeCounts(), count: Int((1 / width).rounded(.up)))
    }

    /// The number of entries with an outcome.
    package var entryCount: Int { entries.count }

    // MARK: Recording

    /// Records what became known about the answer of an entry to a question of this similarity.
    ///
    /// Where the similarity is unknown, the outcome counts for the entry alone, as one of the same question.
    package mutating func record(_ outcome: TrustOutcome, of entry: EntryID, similarity: Double?) {
        outcomes += 1
        let region = region(of: similarity ?? 1)
        // An entry that its own record withholds is not served, so it says nothing about what is served here.
        if similarity != nil, !isWithheld(entries[entry]?.counts(for: region) ?? OutcomeCounts()) {
            regions[region].add(isRight: outcome.isRight, limit: 10_000)
        }
        entries[entry, default: EntryRecord()].add(outcome, in: region, number: outcomes)
        if entries.count > max(1, policy.maximumEntries) { forgetOldest() }
    }

    /// Forgets what is known about an entry, as when its question may never be answered from the cache again.
    package mutating func forget(_ entry: EntryID) {
        entries[entry] = nil
    }

    /// Forgets an eighth of the entries: first those that were never wrong, then those whose latest outcome is oldest.
    private mutating func forgetOldest() {
        let order = entries.sorted { first, second in
            let (wasWrong, otherWasWrong) = (first.value.wasWrong, second.value.wasWrong)
            return wasWrong != otherWasWrong ? otherWasWrong : first.value.latest < second.value.latest
        }
        for (entry, _) in order.prefix(max(1, order.count / 8)) { entries[entry] = nil }
    }

    // MARK: Verdicts

    /// Returns whether the answer of an entry may serve a question of this similarity.
    package func verdict(on entry: EntryID, similarity: Double) -> TrustVerdict {
        let record = entries[entry]
        guard let target else {
            let mayServe = record.map { !$0.wasReportedWrong || $0.rightInARow >= policy.outcomesToReturn } ?? true
            return mayServe ? .serve : .withhold(.reportedWrong)
        }
        let region = region(of: similarity)
        let counts = record?.counts(for: region) ?? OutcomeCounts()
        if isWithheld(counts) { return .withhold(.entry) }
        guard interval(of: regions[region]).lower > target else { return .serve }
        let own = ProportionInterval(part: counts.wrong, whole: counts.total, deviations: Self.deviations)
        return own.upper <= target ? .serve : .withhold(.region)
    }

    /// Returns the error rate of an entry for questions of this similarity, in 80 % of the cases within its range.
    package func errorRate(of entry: EntryID, similarity: Double) -> ProportionInterval {
        let counts = entries[entry]?.counts(for: region(of: similarity)) ?? OutcomeCounts()
        return ProportionInterval(part: counts.wrong, whole: counts.total, deviations: Self.deviations)
    }

    /// Returns the error rate in the region of a similarity, in 80 % of the cases within its range.
    package func errorRate(inRegionOf similarity: Double) -> ProportionInterval {
        interval(of: regions[region(of: similarity)])
    }

    /// Returns whether the outcomes of an entry alone withhold it.
    private func isWithheld(_ counts: OutcomeCounts) -> Bool {
        guard let target, counts.wrong > 0 else { return false }
        return counts.wrong / counts.total > target
    }

    // MARK: Regions

    private var target: Double? {
        policy.targetErrorRate.map {
            let allowed = TrustPolicy.targetErrorRates
            return $0 >= allowed.lowerBound ? min($0, allowed.upperBound) : allowed.lowerBound
        }
    }

    private func region(of similarity: Double) -> Int {
        let position = similarity * Double(regions.count)
        return position > 0 ? Int(min(position, Double(regions.count - 1))) : 0
    }

    private func interval(of region: OutcomeCounts) -> ProportionInterval {
        // The assumption counts as one wrong outcome among so many that the rate is half the target.
        let assumed = target.map { OutcomeCounts(wrong: 1, total: 2 / $0) } ?? OutcomeCounts()
        return ProportionInterval(
            part: region.wrong + assumed.wrong, whole: region.total + assumed.total, deviations: Self.deviations)
    }
}
