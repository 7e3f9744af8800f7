#if !DEBUG
import LadderStaticFAQ
import Testing

/// Prints how long a match takes; only in release builds, where the number means something.
@Suite struct SpeedTests {
    @Test func `ten thousand entries`() {
        let places = (0..<50).map {
            "\(["ka", "lo", "mi", "ru", "te"][$0 % 5])\(["ber", "dor", "fen", "gol", "hum"][$0 / 10])\($0 % 2 == 0 ? "ia" : "um")"
        }
        let entries: [FAQEntry] = places.enumerated().flatMap { number, place in
            allEntries.map { entry in
                var entry = entry
                entry.id += "-\(number)"
                entry.phrasings = entry.phrasings.map { $0 + " in \(place)" }
                return entry
            }
        }
        let clock = ContinuousClock()
        var built: FAQIndex?
        let building = clock.measure { built = FAQIndex(entries) }
        guard let index = built else { return }
        var seed: UInt64 = 5
        let questions = (0..<2000).map { _ in entries[Slips.draw(below: entries.count, seed: &seed)] }.map {
            Slips.misspelled($0.phrasings[0], seed: &seed)
        }
        var times: [Duration] = []
        var slowest: (Duration, String) = (.zero, "")
        var found = 0
        for question in questions + nearTopicQuestions {
            var match: FAQMatch?
            let time = clock.measure { match = index.match(question) }
            times.append(time)
            if time > slowest.0 { slowest = (time, question) }
            found += match == nil ? 0 : 1
        }
        times.sort()
        let mean = times.reduce(.zero, +) / times.count
        print(
            "built 50,000 phrasings in \(building); match mean \(mean), median \(times[times.count / 2]), ",
            "99 % \(times[times.count * 99 / 100]), worst \(times[times.count - 1]), answered \(found) of \(times.count)"
        )
        print("slowest", slowest, "again", clock.measure { _ = index.match(slowest.1) })
        #expect(found > 0)
    }
}
#endif
