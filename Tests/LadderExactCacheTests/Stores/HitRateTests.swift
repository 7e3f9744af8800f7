import LadderTesting
import Testing

@testable import LadderCore
@testable import LadderExactCache

/// A thousandth of the trace of `benchmarks hitrate`, in which the store must beat an LRU cache too.
@Suite struct HitRateTests {
    /// Returns requests for 2,000 keys by Zipf's law with exponent 0.9, and after every 1,000 a scan of 200 new keys.
    private func trace(seed: UInt64) -> [Int] {
        // Rank r has weight r^-0.9, computed as a product because the tests do without Foundation.
        var (sums, sum, weight) = ([Double](), 0.0, 1.0)
        for rank in 1...2_000 {
            sum += weight
            sums.append(sum)
            weight *= 1 - 0.9 / (Double(rank) + 0.95)
        }
        var random = SeededRandom(seed: seed)
        var (requests, scanned) = ([Int](), 2_000)
        for step in 1...12_000 {
            let sought = random.uniform() * sum
            requests.append(sums.firstIndex { $0 >= sought } ?? 0)
            guard step % 1_000 == 0 else { continue }
            requests += scanned..<scanned + 200
            scanned += 200
        }
        return requests
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `a scan does not drive out what is read again`(seed: UInt64) {
        let requests = trace(seed: seed)
        var table = MemoryTable(maximumEntries: 200, maximumBytes: .max / 2)
        let check = EntryCheck(epoch: 0) { _ in true }
        var (hits, oldHits) = (0, 0)
        /// The time of the last use of each key in an LRU cache of the same size.
        var lastUse: [Int: Int] = [:]
        for (time, number) in requests.enumerated() {
            let fingerprint = CacheKey.Fingerprint(testing: UInt64(number))
            if table.entry(of: fingerprint, at: .origin, checking: check) != nil {
                hits += 1
            } else {
                let new = MemoryEntry(StoredEntry(bytes: []), under: fingerprint, digest: nil, epoch: 0, at: .origin)
                table.write(new, size: 1, at: .origin, checking: check)
            }
            if lastUse.updateValue(time, forKey: number) != nil {
                oldHits += 1
            } else if lastUse.count > 200, let oldest = lastUse.min(by: { $0.value < $1.value })?.key {
                lastUse[oldest] = nil
            }
        }
        let gain = Double(hits - oldHits) / Double(requests.count) * 100
        #expect(gain >= 5, "\(gain) points")
        #expect(table.count == 200)
    }

    @Test func `a hundredth of a week of ten requests a second leaves a hundredth of the store within its bound`() {
        // 60,480 requests in seven days, each with one answer in three new, kept for an hour.
        var table = MemoryTable(maximumEntries: 100, maximumBytes: 640 << 10)
        let check = EntryCheck(epoch: 0) { _ in true }
        var random = SeededRandom(seed: 5)
        for request in 0..<60_480 {
            let now = Instant.origin + .seconds(10 * request)
            let number = random.next() % 3 == 0 ? UInt64(1_000 + request) : random.next() % 300
            let fingerprint = CacheKey.Fingerprint(testing: number)
            guard table.entry(of: fingerprint, at: now, checking: check) == nil else { continue }
            let size = Int(random.next() % 16_000)
            let stored = StoredEntry(bytes: [], keptFor: .seconds(3_600))
            let new = MemoryEntry(stored, under: fingerprint, digest: nil, epoch: 0, at: now)
            table.write(new, size: size, at: now, checking: check)
            if table.count > 100 || table.bytes > 640 << 10 { Issue.record("\(table.count), \(table.bytes) bytes") }
        }
        #expect(table.counts.evicted > 10_000 && table.counts.expired > 0)
    }
}

extension CacheKey.Fingerprint {
    /// Creates the fingerprint of a key that differs from others in its number alone.
    fileprivate init(testing number: UInt64) {
        self.init(high: number, low: number &* 0x9E37_79B9_7F4A_7C15)
    }
}
