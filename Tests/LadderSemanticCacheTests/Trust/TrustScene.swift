import LadderSemanticCache
import LadderTesting
import Testing

/// Entries with true error rates, served under the engine's verdicts, with feedback about a share of the serves and a
/// comparison with the model's answer for each withheld one.
struct TrustScene: Sendable, CustomTestStringConvertible {
    var name: String
    /// The shares of entries by their true error rates.
    var rates: [(share: Double, rate: Double)]
    /// The error rate of all entries for questions below a cosine of 0.90, where it differs.
    var rateFarAway: Double?
    /// The share of serves that a caller reports as right or wrong.
    var feedbackShare = 0.2
    /// The share of comparisons with the model's answer that are mistaken.
    var shadowNoise = 0.0
    /// How far the served error rate may be above the target: the half-width of a region's interval, which is wide
    /// where there are few outcomes.
    var bound = 0.005

    var testDescription: String { name }

    static let target = 0.02

    static let all = [
        TrustScene(name: "mostly good", rates: [(0.9, 0), (0.06, 0.05), (0.04, 0.4)]),
        TrustScene(name: "a tenth is bad", rates: [(0.8, 0.001), (0.1, 0.05), (0.1, 0.4)]),
        TrustScene(name: "a quarter is bad", rates: [(0.6, 0.002), (0.15, 0.01), (0.15, 0.1), (0.1, 0.5)]),
        TrustScene(
            name: "rare feedback", rates: [(0.8, 0), (0.1, 0.05), (0.1, 0.4)], feedbackShare: 0.02, bound: 0.012),
        TrustScene(name: "noisy comparisons", rates: [(0.8, 0), (0.1, 0.05), (0.1, 0.4)], shadowNoise: 0.005),
        TrustScene(name: "wrong far away", rates: [(1, 0.001)], rateFarAway: 0.15),
        TrustScene(name: "all good", rates: [(1, 0.002)]),
    ]

    struct Tally {
        var questions = 0
        var wouldBeWrong = 0
        var served = 0
        var wrong = 0
        /// Questions for which the true rate is at most half the target.
        var goodQuestions = 0
        var goodServed = 0

        var errorRate: Double { Double(wrong) / Double(max(1, served)) }
        var errorRateOfAll: Double { Double(wouldBeWrong) / Double(max(1, questions)) }
        var servedShare: Double { Double(served) / Double(max(1, questions)) }
        var goodShare: Double { goodQuestions == 0 ? 1 : Double(goodServed) / Double(goodQuestions) }
    }

    /// Returns the tally of the second half of 100,000 questions. Each tenth of the questions sees a tenth of the
    /// entries replaced.
    func run(seed: UInt64) -> Tally {
        var random = SeededRandom(seed: seed)
        var engine = TrustEngine<Int>(TrustPolicy(targetErrorRate: Self.target))
        let size = 500
        var ids = Array(0..<size)
        var entryRates = (0..<size).map { _ in rate(at: random.uniform()) }
        var tally = Tally()
        for question in 0..<100_000 {
            // The product makes some entries far more popular than others.
            let place = Int(Double(size) * random.uniform() * random.uniform())
            let similarity = 0.85 + 0.15 * random.uniform()
            let rate = similarity < 0.9 ? rateFarAway ?? entryRates[place] : entryRates[place]
            let (isWrong, isGood) = (random.uniform() < rate, rate <= Self.target / 2)
            let mayServe = engine.verdict(on: ids[place], similarity: similarity).mayServe
            if question >= 50_000 {
                tally.questions += 1
                if isWrong { tally.wouldBeWrong += 1 }
                if isGood { tally.goodQuestions += 1 }
                if mayServe { tally.served += 1 }
                if mayServe, isWrong { tally.wrong += 1 }
                if mayServe, isGood { tally.goodServed += 1 }
            }
            if mayServe, random.uniform() < feedbackShare {
                engine.record(isWrong ? .reportedWrong : .reportedRight, of: ids[place], similarity: similarity)
            } else if !mayServe {
                let isMistaken = random.uniform() < shadowNoise
                engine.record(
                    isWrong == isMistaken ? .shadowAgreed : .shadowDisagreed, of: ids[place], similarity: similarity)
            }
            guard question % 10_000 == 9_999 else { continue }
            for place in stride(from: question / 10_000, to: size, by: 10) {
                ids[place] += size
                entryRates[place] = self.rate(at: random.uniform())
            }
        }
        return tally
    }

    private func rate(at position: Double) -> Double {
        var position = position
        for (share, rate) in rates {
            if position < share { return rate }
            position -= share
        }
        return rates[0].rate
    }
}
