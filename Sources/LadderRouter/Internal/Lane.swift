import LadderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What changes about a deployment while calls go through it.
struct Lane: Hashable, Sendable {
    let serial: Int
    let hash: UInt64
    let weight: Double
    var busy = 0
    var isDraining = false
    var restsUntil: Instant?
    var timeToFirstContent = DecayedMean()

    init(_ deployment: Deployment, serial: Int) {
        self.serial = serial
        var hash = StableHash()
        hash.add(deployment.id)
        self.hash = hash.value
        // A NaN is told as a problem; here it must only do no harm.
        weight = deployment.weight > 0 ? min(deployment.weight, Deployment.maximumWeight) : 0
    }

    /// How much of its traffic it gets: none while its breaker is open, then gradually more.
    func share(at now: Instant, returnTime: Duration) -> Double {
        guard let restsUntil else { return 1 }
        if now < restsUntil { return 0 }
        let since = now.nanoseconds.saturatingSubtracting(restsUntil.nanoseconds)
        let whole = returnTime.clampedNanoseconds
        return since >= whole ? 1 : Double(since) / Double(whole)
    }

    /// The arrival time in a race that is won as often as the weight says: the smallest of `-ln(u)/weight`.
    func arrival(_ number: UInt64) -> Double {
        -log(number.unit) / (weight > 0 ? weight : 1)
    }

    /// The same order among lanes of one weight, without the logarithm.
    func arrivalAmongEquals(_ number: UInt64) -> Double { -number.unit }
}

/// How well a deployment suits a call; the smallest is chosen.
struct Rating: Comparable {
    /// Who comes before whom, whatever the strategy says.
    enum Tier: Int {
        case usual, returning, spare, resting
    }

    var tier: Tier
    var score: Double
    var arrival: Double

    static func < (left: Rating, right: Rating) -> Bool {
        if left.tier != right.tier { return left.tier.rawValue < right.tier.rawValue }
        if left.score != right.score { return left.score < right.score }
        return left.arrival < right.arrival
    }
}
