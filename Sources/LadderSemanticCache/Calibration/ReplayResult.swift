/// What a semantic cache would have done with a stream of questions.
public struct ReplayResult: Hashable, Sendable {
    /// The threshold of the cache.
    public let threshold: Double
    /// The largest number of stored questions.
    public let maximumEntries: Int
    /// The number of questions asked.
    public internal(set) var questions = 0
    /// The number of questions answered from the cache.
    public internal(set) var hits = 0
    /// The number of hits whose stored answer has another label.
    public internal(set) var wrongHits = 0
    /// The number of misses for which something near was stored, which a guard vetoed.
    public internal(set) var vetoedMisses = 0

    /// The share of the questions answered from the cache.
    public var hitRate: ProportionInterval { ProportionInterval(part: hits, whole: questions) }

    /// The share of the answers served that are wrong.
    public var wrongShare: ProportionInterval { ProportionInterval(part: wrongHits, whole: hits) }

    /// The number of wrong answers among a thousand served.
    public var wrongPerThousand: Double { wrongShare.value * 1_000 }

    init(threshold: Double, maximumEntries: Int) {
        self.threshold = threshold
        self.maximumEntries = maximumEntries
    }
}
