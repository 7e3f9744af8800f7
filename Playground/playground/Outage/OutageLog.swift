import Ladder

/// What all callers met with.
struct OutageLog: Sendable {
    /// One caller.
    struct Entry: Sendable {
        let arrival: Instant
        let waited: Duration
        let experience: Experience

        init(_ arrival: Instant, waited: Duration, _ experience: Experience) {
            self.arrival = arrival
            self.waited = waited
            self.experience = experience
        }
    }

    private(set) var entries: [Entry] = []

    mutating func add(_ entry: Entry) {
        entries.append(entry)
    }

    /// Those who came in this time.
    func between(_ start: Instant, _ end: Instant) -> OutageLog {
        OutageLog(entries: entries.filter { $0.arrival >= start && $0.arrival < end })
    }

    var count: Int { entries.count }

    /// How many were served from this rung.
    func count(of level: FallbackLevel) -> Int {
        entries.count { $0.experience.level == level }
    }

    /// How many ended so.
    func count(of fate: Fate) -> Int {
        entries.count { Fate($0) == fate }
    }

    /// How many answers broke off.
    var cut: Int { entries.count(where: \.experience.isCut) }

    /// How many got nothing but an error.
    var failed: Int { count(of: Fate.failed) }

    /// How often models were asked.
    var attempts: Int { entries.reduce(0) { $0 + $1.experience.attempts.count } }

    /// How often a model was asked in this time, whoever had come when.
    func requests(to model: String, _ start: Instant, _ end: Instant) -> Int {
        entries.reduce(0) { sum, entry in
            sum + entry.experience.attempts.count { $0.target == model && $0.start >= start && $0.start < end }
        }
    }

    /// How long this share of the callers waited at most, exactly. Nil when nobody came.
    func wait(_ share: Double) -> Duration? {
        let waits = entries.map(\.waited).sorted()
        let rank = Int((share * Double(waits.count)).rounded(.up)) - 1
        return waits.isEmpty ? nil : waits[max(0, min(waits.count - 1, rank))]
    }
}
