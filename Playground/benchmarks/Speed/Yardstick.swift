import Ladder

/// A bare asynchronous call through an existential: what this machine can do at best, at this moment.
enum Yardstick {
    /// What it took on the machine of Docs/Benchmarks.md. Bars scale where it differs by more than 15 %.
    static let recorded = 14.0

    static let name = "yardstick: a bare async call through an existential"

    private static let callee: any Callee = PlainCallee()

    /// Nanoseconds per call, over one short round.
    @concurrent
    static func round() async -> Double {
        let count = 20_000
        let callee = callee
        let start = Runtime.live.now
        for _ in 0..<count { await step(callee) }
        return Double((Runtime.live.now - start).clampedNanoseconds) / Double(count)
    }

    /// Kept apart so that the loop pays for a call of its own, as every measured operation does.
    @inline(never)
    private static func step(_ callee: any Callee) async {
        _ = await callee.call(1)
    }

    static func scale(_ measured: Double) -> Double {
        let ratio = measured / recorded
        return abs(ratio - 1) > 0.15 ? ratio : 1
    }
}
