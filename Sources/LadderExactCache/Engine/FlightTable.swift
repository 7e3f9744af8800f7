import LadderCore

/// The flights of a cache that are under way, by the fingerprint of their key.
struct FlightTable {
    /// The number of ended flights that are remembered.
    static let remembered = 64

    private var flights: [CacheKey.Fingerprint: Flight] = [:]
    private var ended: [(key: CacheKey.Fingerprint, number: Int)] = []
    /// The number of flights that have ended.
    private(set) var endedCount = 0

    var count: Int { flights.count }

    /// Returns the flight of a key, unless the store may have been invalidated since it began: its answer may be
    /// outdated then.
    func flight(of key: CacheKey.Fingerprint, asOf epoch: StoreEpoch?) -> Flight? {
        guard let flight = flights[key] else { return nil }
        guard let epoch else { return flight }
        guard let began = flight.epoch, began >= epoch else { return nil }
        return flight
    }

    /// Adds a flight, which takes the place of one of the same key.
    mutating func add(_ flight: Flight, for key: CacheKey.Fingerprint) {
        flights.updateValue(flight, forKey: key)?.supersede()
    }

    /// Removes a flight that has ended.
    mutating func remove(_ flight: Flight, of key: CacheKey.Fingerprint) {
        endedCount += 1
        ended.append((key, endedCount))
        if ended.count > FlightTable.remembered { ended.removeFirst() }
        if flights[key] === flight { flights[key] = nil }
    }

    /// Whether a flight of the key may have ended after this number of flights had.
    func hasEnded(_ key: CacheKey.Fingerprint, since number: Int) -> Bool {
        guard endedCount > number else { return false }
        if let oldest = ended.first, oldest.number > number + 1 { return true }
        return ended.contains { $0.number > number && $0.key == key }
    }
}
