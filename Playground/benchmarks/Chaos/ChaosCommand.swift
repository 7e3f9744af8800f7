import LadderTesting

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `benchmarks chaos`: thousands of seeds of a crowd that does everything wrong, and what must hold all the same.
enum ChaosCommand {
    static let usage =
        "[--seeds 1000] [--from 1] [--corners | --unpaid] | --seed 7 --print   a crowd that does everything wrong, seed by seed"

    static func run(_ arguments: [String]) throws {
        let chaos: Chaos =
            arguments.contains("--corners") ? .corners : arguments.contains("--unpaid") ? .unpaid : .standard
        if let seed = number(after: "--seed", in: arguments) {
            let report = try chaos.run(seed: seed, isLogged: arguments.contains("--print"))
            print(report)
            if !report.violations.isEmpty { exit(1) }
            return
        }
        let first = number(after: "--from", in: arguments) ?? 1
        let count = number(after: "--seeds", in: arguments) ?? 1_000
        let broken = run(chaos, seeds: first..<(first + max(1, count)))
        if broken > 0 { exit(1) }
    }

    private static func run(_ chaos: Chaos, seeds: Range<UInt64>) -> Int {
        let clock = ContinuousClock()
        let start = clock.now
        var tally = ChaosTally()
        for seed in seeds {
            do {
                tally.add(try chaos.run(seed: seed))
            } catch {
                tally.failed(seed, error)
            }
        }
        tally.print(took: clock.now - start)
        return tally.broken
    }

    private static func number(after name: String, in arguments: [String]) -> UInt64? {
        guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
        return UInt64(arguments[index + 1])
    }
}
