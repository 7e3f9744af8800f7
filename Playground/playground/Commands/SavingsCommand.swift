import Ladder
import Rehearsal

/// `playground savings`: what a hit rate is worth.
enum SavingsCommand {
    static let command = Command(
        name: "savings", summary: "what a hit rate of a cache saves in a month",
        options: [
            CommandOption("--calls-per-day", "N", summary: "the calls of a day; 10000 unless given"),
            CommandOption("--hit-rate", "SHARE", summary: "the share that a cache answers; 0.7 unless given"),
            CommandOption("--cost", "DOLLARS", summary: "what a call costs; 0.002 unless given"),
        ],
        discussion: "A month has 30 days. `playground run` and `replay` say which hit rate to expect."
    ) { arguments, terminal in
        let savings = Savings(
            callsPerDay: try arguments.number("--calls-per-day", in: 0...1e9) ?? 10_000,
            hitRate: try arguments.number("--hit-rate", in: 0...1) ?? 0.7,
            costOfCall: try arguments.number("--cost", in: 0...1_000) ?? 0.002)
        terminal.print(
            Line("\(savings.perMonth.dollarText) a month", style: .good)
                + Line(" of \(savings.costPerMonth.dollarText), \(savings.perYear.dollarText) a year"))
        terminal.paragraph(savings.assumptions, style: .faint)
    }
}

/// What a cache saves.
struct Savings {
    let callsPerDay: Double
    let hitRate: Double
    let costOfCall: Double

    var costPerMonth: Double { callsPerDay * costOfCall * 30 }
    var perMonth: Double { costPerMonth * hitRate }
    var perYear: Double { callsPerDay * costOfCall * 365 * hitRate }

    /// What the amounts rest on.
    var assumptions: String {
        let percent = hitRate * 100
        let share = percent.text(digits: percent == percent.rounded() ? 0 : 1)
        return
            "Assumes \(Int(callsPerDay).grouped) calls a day at \(Money(picodollars: Int64((costOfCall * 1e12).rounded()))) "
            + "each, of which a cache answers \(share) %, a month of 30 days, the same price for calls that hit and calls "
            + "that miss, and hits that cost nothing: no embedder, no store, no wrong answer. Values that you did not give "
            + "are examples."
    }
}

extension Double {
    /// A text such as `$4,800` or `$12.50`.
    var dollarText: String {
        let cents = (self * 100).rounded()
        let whole = Int(cents / 100)
        let rest = Int(cents) % 100
        return "$" + whole.grouped + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
    }
}
