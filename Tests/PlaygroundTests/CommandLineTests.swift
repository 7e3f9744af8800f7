import Ladder
import Testing

@testable import playground

@Suite struct CommandLineTests {
    private static let command = Command(
        name: "try", summary: "tries", operands: "NAME [FILE]", operandCount: 1...2,
        options: [
            CommandOption("--seed", "N", summary: "a seed"), CommandOption("--fast", summary: "fast"),
            CommandOption("--ask", "TEXT", summary: "asks"),
        ]
    ) { _, _ in }

    private func error(_ words: String...) throws -> String {
        try #require(throws: UsageError.self) { try Arguments(words, for: Self.command) }.message
    }

    @Test func `options and operands are read in any order`() throws {
        let arguments = try Arguments(
            ["--seed", "3", "a", "--fast", "--ask=x=y", "b", "--ask", "z"], for: Self.command)
        #expect(arguments.operands == ["a", "b"])
        #expect(try arguments.seed() == 3)
        #expect(arguments.has("--fast") && !arguments.has("--details"))
        #expect(arguments.texts("--ask") == ["x=y", "z"])
        #expect(try Arguments(["--", "--fast"], for: Self.command).operands == ["--fast"])
    }

    @Test func `mistakes are one line, with what was probably meant`() throws {
        #expect(try error("a", "--sed", "3") == "try has no option --sed. Did you mean \"--seed\"?")
        #expect(try error("a", "--whatever") == "try has no option --whatever")
        #expect(try error("a", "--seed") == "--seed needs a value: --seed N")
        #expect(try error("a", "--fast=1") == "--fast takes no value")
        #expect(try error("a", "--fast=") == "--fast takes no value")
        #expect(try error("--seed=", "3") == "--seed needs a value: --seed N")
        #expect(try error() == "try needs more: usage: playground try NAME [FILE]")
        #expect(try error("a", "b", "c").hasPrefix("try does not take \"c\""))
        let arguments = try Arguments(["a", "--seed", "-1"], for: Self.command)
        let message = try #require(throws: UsageError.self) { try arguments.seed() }.message
        #expect(message == "--seed is \"-1\"; it must be a whole number, 0 or more")
        let range = try #require(throws: UsageError.self) { try arguments.integer("--seed", in: 1...9) }.message
        #expect(range == "--seed is \"-1\"; it must be a whole number in 1…9")
    }

    @Test func `an unknown command names the one that is near`() throws {
        #expect(try #require(throws: UsageError.self) { try Commands.named("compere") }.message.contains("\"compare\""))
        #expect(
            try !#require(throws: UsageError.self) { try Commands.named("zzzzzz") }.message.contains("Did you mean"))
    }

    @Test func `every command has a name of its own, and its help names every option`() {
        let names = Commands.all.map(\.name)
        #expect(Set(names).count == names.count)
        for command in Commands.all {
            for option in command.options { #expect(command.help.contains(option.name)) }
            #expect(Commands.help.contains(command.name))
        }
    }

    @Test(arguments: [
        (1_000.0, 0.5, "$30"), (10_000, 0.7, "$420"), (100_000, 0.8, "$4,800"),
    ])
    func `savings are those of the published guide`(calls: Double, hitRate: Double, expected: String) {
        #expect(Savings(callsPerDay: calls, hitRate: hitRate, costOfCall: 0.002).perMonth.dollarText == expected)
    }

    @Test func `the largest savings that can be asked for have a text`() {
        let savings = Savings(callsPerDay: 1e9, hitRate: 1, costOfCall: 1_000)
        #expect(savings.perYear.dollarText == "$365,000,000,000,000")
        #expect(Savings(callsPerDay: 100, hitRate: 0.5, costOfCall: 0.01).perYear.dollarText == "$182.50")
    }

    @Test func `savings say what they assume`() {
        let text = Savings(callsPerDay: 10_000, hitRate: 0.7, costOfCall: 0.002).assumptions
        #expect(text.contains("10,000 calls a day at $0.002 each") && text.contains(" 70 %"))
    }

    @Test func `a recommendation from few pairs names the documented thresholds`() throws {
        let documented = LexicalEmbedder().thresholds
        let text = try #require(CalibrationAdvice(pairs: 99, documented: documented).text)
        #expect(text.contains("99 pairs") && text.contains("0.97 as the standard"))
        #expect(CalibrationAdvice(pairs: 300, documented: documented).text == nil)
    }
}
