import Ladder

/// The results of all calls of an outage, with their times.
struct OutageLog: Sendable {
    /// One call: when it began, how long it took, and its result.
    struct Entry: Sendable {
        let arrival: Instant
        let waited: Duration
        let result: CallResult

        init(arrival: Instant, waited: Duration, result: CallResult) {
            self.arrival = arrival
            self.waited = waited
            self.result = result
        }
    }

    private(set) var entries: [Entry] = []

    mutating func add(_ entry: Entry) {
        entries.append(entry)
    }

    /// Returns the calls that began in a time span.
    func began(from start: Instant, to end: Instant) -> OutageLog {
        OutageLog(entries: entries.filter { $0.arrival >= start && $0.arrival < end })
    }

    var count: Int { entries.count }

    /// Returns the number of calls that were served from a level.
    func count(of level: FallbackLevel) -> Int {
        entries.count { $0.result.level == level }
    }

    /// Returns the number of calls with an outcome.
    func count(of outcome: CallerOutcome) -> Int {
        entries.count { CallerOutcome($0) == outcome }
    }

    /// The number of answers that were cut.
    var cut: Int { entries.count(where: \.result.isCut) }

    /// The number of calls that got only an error.
    var failed: Int { count(of: CallerOutcome.failed) }

    /// The number of attempts at all models.
    var attempts: Int { entries.reduce(0) { $0 + $1.result.attempts.count } }

    /// Returns the number of attempts at a model that began in a time span.
    func requests(to model: String, from start: Instant, to end: Instant) -> Int {
        entries.reduce(0) { sum, entry in
            sum + entry.result.attempts.count { $0.target == model && $0.start >= start && $0.start < end }
        }
    }

    /// Returns the longest wait of a share of the callers, or nil when there was no call.
    func wait(_ share: Double) -> Duration? {
        let waits = entries.map(\.waited).sorted()
        let rank = Int((share * Double(waits.count)).rounded(.up)) - 1
        return waits.isEmpty ? nil : waits[max(0, min(waits.count - 1, rank))]
    }
}
