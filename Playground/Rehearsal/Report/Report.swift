package import Ladder

/// What a rehearsal has shown: every command and every page is a view of it.
package struct Report: Sendable {
    /// A phase of the scenario with the sums of the calls that began in it.
    package struct Phase: Sendable {
        package let name: String
        package let start: Duration
        package let end: Duration
        /// The providers that were not healthy, each with the name of its state.
        package let states: [(provider: String, state: String)]
        package let tally: CallTally
    }

    /// A call with what happened in it.
    package struct Sample: Sendable {
        package let row: CallRow
        package let question: String
        package let user: String
        /// The model, or the layer, that answered; nil where there was only an error.
        package let model: String?
        /// The beginning of the answer, or the error.
        package let answer: String
        /// What `explain()` says about the call.
        package let explanation: String
    }

    package let scenario: Scenario
    package let seed: UInt64
    /// What `pipeline.explain()` says.
    package let pipeline: String
    /// All calls in the order of their arrival.
    package let rows: [CallRow]
    package let phases: [Phase]
    package let total: CallTally
    /// The times during which circuit breakers were open.
    package let openings: [BreakerOpening]
    /// Calls with their traces: the first of each kind in each phase, and others at regular intervals.
    package let samples: [Sample]
    /// The most that all calls together may cost a day, where there is a budget.
    package let budget: Money?

    package init(
        scenario: Scenario, seed: UInt64, pipeline: String, rows: [CallRow], openings: [BreakerOpening] = [],
        samples: [Sample] = []
    ) {
        self.scenario = scenario
        self.seed = seed
        self.pipeline = pipeline
        self.rows = rows
        self.openings = openings
        self.samples = samples
        budget = scenario.setup.budget
        total = CallTally(rows)
        phases = scenario.phases.indices.map { index in
            let phase = scenario.phases[index]
            let start = scenario.start(ofPhase: index)
            let isLast = index == scenario.phases.count - 1
            let end = start + phase.duration
            return Phase(
                name: phase.name, start: start, end: end,
                states: phase.states.sorted { $0.key < $1.key }.map { ($0.key, $0.value.name) },
                tally: CallTally(rows.lazy.filter { $0.arrival >= start && (isLast || $0.arrival < end) }))
        }
    }

    /// Returns the sums of the calls in each of a number of equal time spans.
    package func slots(_ count: Int) -> [(start: Duration, end: Duration, tally: CallTally)] {
        guard count > 0, scenario.duration > .zero else { return [] }
        let length = scenario.duration / count
        var groups = Array(repeating: [CallRow](), count: count)
        for row in rows { groups[max(0, min(count - 1, Int(row.arrival / length)))].append(row) }
        return groups.enumerated().map { index, rows in (length * index, length * (index + 1), CallTally(rows)) }
    }

    /// Returns the share of a time span in which the breaker of a target was open.
    package func openShare(of target: String, from start: Duration, to end: Duration) -> Double {
        let open = openings.filter { $0.target == target }.reduce(Duration.zero) { sum, opening in
            sum + max(.zero, min(end, opening.closed ?? end) - max(start, opening.opened))
        }
        return end > start ? open / (end - start) : 0
    }

    /// The targets whose breaker was open at some time, sorted.
    package var brokenTargets: [String] { Set(openings.map(\.target)).sorted() }
}
