import LadderCore
import LadderTesting
import Testing

@testable import LadderBudgetCheck

struct SpendReportTests {
    private let price = TokenRates(dollarsPerMillion: "2.50", output: "10.00").map { ModelPrice($0) }

    /// Adds calls of one attempt each to a report.
    private func add(
        _ calls: Int, to report: inout SpendReport, input: Int = 1_000, output: Int = 100, user: String = "alice",
        model: String = "gpt-4o", price: ModelPrice?, on day: Int = 20_000
    ) {
        let scope = CallScope(tenant: "acme", user: user, feature: "chat")
        let usage = Usage(inputTokens: input, outputTokens: output)
        let estimate = AttemptEstimate(
            model: model, scope: scope, inputTokens: input, maximumResponseTokens: output, price: price)
        for _ in 0..<calls {
            report.addCall(in: scope, model: model, on: day)
            report.addAttempt(AttemptCharge(usage: usage, cost: price?.cost(of: usage)), of: estimate, on: day)
        }
    }

    @Test func `a layer without limits counts calls, tokens and money`() throws {
        let bench = try TestBench(
            BudgetCheck(), model: ScriptedModel("gpt-4o", .using(input: 1_000, output: 200), .fail(.overloaded)))
        try bench.ask(as: "alice", tenant: "acme", feature: "chat")
        #expect(try bench.error(as: "bob", tenant: "acme", feature: "search") != nil)
        let report = bench.budget.report()
        #expect(report.total.calls == 2)
        #expect(report.total.attempts == 2)
        #expect(report.total.inputTokens == 1_000)
        #expect(report.total.outputTokens == 200)
        #expect(report.total.cost == Money("0.0045"))
        #expect(report.total.costPerCall == Money("0.00225"))
        #expect(report.total.inputTokensPerCall == 500)
        #expect(report.total.outputTokensPerCall == 100)
        #expect(report.days.map(\.date) == ["2026-01-01"])
        #expect(report.rows(by: .tenant).map(\.value) == ["acme"])
        #expect(report.rows(by: .user).map(\.value) == ["alice", "bob"])
        #expect(report.rows(by: .user).map(\.totals.cost) == [Money("0.0045"), .zero])
        #expect(report.rows(by: .feature).map(\.value) == ["chat", "search"])
        #expect(report.rows(by: .model).map(\.totals.calls) == [2])
        #expect(report.rows(by: .tag("none")).isEmpty)
    }

    @Test func `tokens of unknown price are counted apart from the cost`() throws {
        let bench = try TestBench(BudgetCheck(), model: ScriptedModel("unknown", .using(input: 10, output: 5)))
        try bench.ask()
        let total = bench.budget.report().total
        #expect(total.cost == .zero)
        #expect(total.unpricedAttempts == 1)
        #expect(bench.budget.report().description.contains("not in the cost: attempts of unknown price, 1"))
    }

    @Test func `calls count on the day on which they are made`() throws {
        let bench = try TestBench(BudgetCheck(), model: ScriptedModel("gpt-4o", .using(input: 10, output: 5)))
        try bench.simulation.run { try await bench.simulation.sleep(for: .seconds(86_399)) }
        try bench.ask()
        try bench.simulation.run { try await bench.simulation.sleep(for: .seconds(1)) }
        try bench.ask()
        try bench.ask()
        let report = bench.budget.report()
        #expect(report.days.map { "\($0.date) \($0.totals.calls)" } == ["2026-01-01 1", "2026-01-02 2"])
        #expect(report.during("2026-01-02"..."2026-01-09").total.calls == 2)
        #expect(report.during("2026-01-03"..."2026-01-09").total == SpendTotals())
    }

    @Test func `a report keeps 62 days, also when the clock is set back`() {
        var report = SpendReport()
        for day in 20_000..<20_100 { add(1, to: &report, price: price, on: day) }
        #expect(report.days.count == 62)
        #expect(report.days.first?.date == "2024-11-11")
        #expect(report.days.last?.date == "2025-01-11")
        add(1, to: &report, price: price, on: 20_050)
        #expect(report.days.count == 62)
        #expect(report.days.first { $0.date == "2024-11-23" }?.totals.calls == 2)
        // Older than all days that are kept.
        add(1, to: &report, price: price, on: 19_000)
        #expect(report.total.calls == 63)
    }

    @Test func `a report keeps 500 users a day, the rest in one row`() throws {
        var report = SpendReport()
        for user in 1...700 { add(1, to: &report, user: "user \(user)", price: price) }
        add(1, to: &report, user: "user 1", price: price)
        let rows = report.rows(by: .user)
        #expect(rows.count == 501)
        #expect(rows.last?.value == nil)
        #expect(rows.last?.totals.calls == 200)
        #expect(rows.first?.value == "user 1")
        #expect(report.total.calls == 701)
        let long = String(repeating: "é", count: 1_000)
        var other = SpendReport()
        add(1, to: &other, user: long, price: price)
        #expect(try #require(other.rows(by: .user).first?.value).utf8.count == 128)
    }

    @Test func `a report keeps 16 tags`() {
        var report = SpendReport()
        for tag in 1...30 {
            report.addCall(in: CallScope(tags: ["tag \(tag)": "x"]), model: "m", on: 20_000)
        }
        #expect((1...30).filter { !report.rows(by: .tag("tag \($0)")).isEmpty }.count == 16)
        #expect(report.rows(by: .tenant).first?.totals.calls == 30)
    }

    @Test func `the text shows totals, days and the largest rows`() {
        var report = SpendReport()
        add(1_500, to: &report, price: price)
        add(3, to: &report, user: "", price: price, on: 20_001)
        let text = report.description
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0].hasSuffix("    calls  attempts          input         output         cost   per call"))
        #expect(lines[1] == "in all          1,503     1,503      1,503,000        150,300      $5.2605    $0.0035")
        #expect(lines.contains { $0.hasPrefix("2024-10-04") })
        #expect(lines.contains { $0.hasPrefix("user (none)") })
        #expect(lines.contains { $0.hasPrefix("model gpt-4o") })
        #expect(Set(lines.map(\.count)).count == 1, "columns are aligned")
    }

    // MARK: Why did the bill double?

    private func comparison(
        _ first: (calls: Int, input: Int, output: Int), _ second: (calls: Int, input: Int, output: Int),
        model: String = "gpt-4o", laterPrice: ModelPrice? = nil
    ) -> SpendComparison {
        var report = SpendReport()
        add(first.calls, to: &report, input: first.input, output: first.output, price: price, on: 20_000)
        add(
            second.calls, to: &report, input: second.input, output: second.output, model: model,
            price: laterPrice ?? price, on: 20_001)
        return report.comparing(days: "2024-10-05"..."2024-10-05", to: "2024-10-04"..."2024-10-04")
    }

    @Test func `twice the calls is volume alone`() {
        let comparison = comparison((100, 1_000, 100), (200, 1_000, 100))
        #expect(comparison.mainCause == .volume)
        #expect(comparison.difference == Money("0.35"))
        #expect(comparison.amount(of: .volume) == Money("0.35"))
        for cause in [SpendComparison.Cause.inputPerCall, .outputPerCall, .modelMix] {
            #expect(comparison.amount(of: cause) == .zero)
        }
    }

    @Test func `longer prompts are input per call`() {
        let comparison = comparison((100, 1_000, 100), (100, 2_400, 100))
        #expect(comparison.mainCause == .inputPerCall)
        #expect(comparison.amount(of: .inputPerCall) == comparison.difference)
        #expect(comparison.difference == Money("0.35"))
    }

    @Test func `longer answers are output per call`() {
        let comparison = comparison((100, 1_000, 100), (100, 1_000, 450))
        #expect(comparison.mainCause == .outputPerCall)
        #expect(comparison.amount(of: .outputPerCall) == comparison.difference)
    }

    @Test func `another model is the model mix`() throws {
        let dear = try ModelPrice(#require(TokenRates(dollarsPerMillion: "5.00", output: "20.00")))
        let comparison = comparison((100, 1_000, 100), (100, 1_000, 100), model: "gpt-5", laterPrice: dear)
        #expect(comparison.mainCause == .modelMix)
        #expect(comparison.amount(of: .modelMix) == Money("0.35"))
        #expect(
            comparison.description.split(separator: "\n").map(String.init) == [
                "The bill rose from $0.35 to $0.70. Main cause: dearer models.",
                "  more calls                       $0.00  (100 → 100 calls)",
                "  more input per call              $0.00  (1,000 → 1,000 tokens)",
                "  more output per call             $0.00  (100 → 100 tokens)",
                "  dearer models                   +$0.35  (input $2.50 → $5.00 and output $10.00 → $20.00 per million tokens)",
            ])
    }

    @Test func `a falling bill names what saved most`() {
        let comparison = comparison((200, 1_000, 100), (100, 1_000, 110))
        #expect(comparison.mainCause == .volume)
        #expect(comparison.amount(of: .volume) < .zero)
        #expect(comparison.amount(of: .outputPerCall) > .zero)
        #expect(comparison.description.hasPrefix("The bill fell from $0.70 to $0.36. Main cause: fewer calls."))
    }

    @Test func `a first day without calls makes all of it volume`() {
        let comparison = comparison((0, 0, 0), (100, 1_000, 100))
        #expect(comparison.mainCause == .volume)
        #expect(comparison.amount(of: .volume) == Money("0.35"))
        #expect(self.comparison((0, 0, 0), (0, 0, 0)).mainCause == nil)
    }

    @Test(arguments: 1...50)
    func `the amounts of the causes add up to the difference`(seed: UInt64) {
        let simulation = Simulation(seed: seed)
        func number(_ limit: UInt64) -> Int { Int(simulation.random() % limit) }
        var report = SpendReport()
        for day in [20_000, 20_001] {
            for model in ["a", "b", "c"] {
                let rates = TokenRates(
                    input: Money(picodollars: Int64(number(9_999_999))),
                    output: Money(picodollars: Int64(number(9_999_999))))
                add(
                    number(20), to: &report, input: number(9_999), output: number(9_999), model: model,
                    price: ModelPrice(rates), on: day)
            }
        }
        let comparison = report.comparing(days: "2024-10-05"..."2024-10-05", to: "2024-10-04"..."2024-10-04")
        let sum = SpendComparison.Cause.allCases.reduce(Money.zero) { $0 + comparison.amount(of: $1) }
        #expect(sum == comparison.difference)
    }
}
