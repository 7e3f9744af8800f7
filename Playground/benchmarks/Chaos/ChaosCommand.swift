import LadderTesting

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `benchmarks chaos`: runs many seeds of callers and models that fail in every way, and checks the invariants.
enum ChaosCommand {
    static let usage =
        "[--seeds 1000] [--from 1] [--corners | --unpaid] | --seed 7 --print   invariants under chaos, seed by seed"

    static func run(_ arguments: [String]) throws {
        let chaos: Chaos =
            arguments.contains("--corners") ? .corners : arguments.contains("--unpaid") ? .unpaid : .standard
        if let seed: UInt64 = arguments.number(after: "--seed") {
            let report = try chaos.run(seed: seed, isLogged: arguments.contains("--print"))
            print(report)
            if !report.violations.isEmpty { exit(1) }
            return
        }
        let first: UInt64 = arguments.number(after: "--from") ?? 1
        let count: UInt64 = arguments.number(after: "--seeds") ?? 1_000
        let failed = run(chaos, over: first..<(first + max(1, count)))
        if failed > 0 { exit(1) }
    }

    private static func run(_ chaos: Chaos, over seeds: Range<UInt64>) -> Int {
        let clock = ContinuousClock()
        let start = clock.now
        var tally = ChaosTally()
        for seed in seeds {
            do {
                tally.add(try chaos.run(seed: seed))
            } catch {
                tally.addFailure(error, at: seed)
            }
        }
        tally.print(took: clock.now - start)
        return tally.failedSeeds
    }
}
