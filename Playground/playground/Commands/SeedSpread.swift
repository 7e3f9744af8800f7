import Ladder
import Rehearsal

/// The numbers of a scenario over many seeds: the smallest, the median, nine of ten, and the largest.
struct SeedSpread {
    let scenario: Scenario
    let seeds: Int
    let makePipeline: Rehearsal.MakePipeline?

    func show(on terminal: Terminal) throws {
        let progress = Progress("\(seeds) seeds")
        var totals: [CallTally] = []
        for seed in 1...seeds {
            totals.append(try Rehearsal(scenario, seed: UInt64(seed), makePipeline: makePipeline).run().total)
            progress.show(Double(seed) / Double(seeds))
        }
        progress.end()
        terminal.print()
        terminal.heading("\(scenario.title): seeds 1 to \(seeds)")
        var table = Table(["", "least", "median", "9 of 10", "most"])
        func add(_ name: String, _ value: (CallTally) -> Double, _ text: (Double) -> String) {
            let values = totals.map(value).sorted()
            func rank(_ share: Double) -> Double { values[min(values.count - 1, Int(share * Double(values.count)))] }
            table.add(
                [Line(name)] + [values[0], rank(0.5), rank(0.9), values[values.count - 1]].map { Line(text($0)) })
        }
        add("success", { $0.success }, { "\(($0 * 100).text(digits: 2)) %" })
        add("latency p50", { ($0.latency(0.5) ?? .zero).inSeconds }, { Duration.seconds($0).roundedText })
        add("latency p95", { ($0.latency(0.95) ?? .zero).inSeconds }, { Duration.seconds($0).roundedText })
        add("model calls", { Double($0.modelCalls) }, { Int($0).grouped })
        add("cost", { Double($0.cost.picodollars) }, { Money(picodollars: Int64($0)).rounded })
        add("waste", { Double($0.waste.picodollars) }, { Money(picodollars: Int64($0)).rounded })
        terminal.print(table.lines(in: terminal.width))
        terminal.print()
    }
}
