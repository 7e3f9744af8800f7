import Ladder
import LadderConfiguration
import Rehearsal

/// The scenario that a command line names, with the options that change it.
struct ScenarioArguments {
    let scenario: Scenario
    let seed: UInt64
    /// What the command says about a smaller crowd, if it chose one.
    let note: String?

    static let options: [CommandOption] = [.seed, .requests, .rate, .hours]

    /// The most calls that a debug build makes without being asked for more.
    private static let debugLimit = 20_000

    init(_ arguments: Arguments, name: String) throws {
        var scenario = try Self.scenario(named: name)
        seed = try arguments.seed()
        if let hours = try arguments.number("--hours", in: 0.01...8_760) {
            scenario = scenario.stretched(to: .hours(hours))
        }
        if arguments.has("--rate"), arguments.has("--requests") {
            throw UsageError("--rate and --requests say the same; give one of them")
        }
        if let rate = try arguments.number("--rate", in: 0.001...10_000) { scenario.crowd.rate = rate }
        var note: String?
        if let requests = try arguments.integer("--requests", in: 1...10_000_000) {
            scenario = scenario.crowded(by: requests)
        } else if Self.isDebug, scenario.requests > Self.debugLimit {
            note =
                "This is a debug build, so \(Self.debugLimit.grouped) calls stand for \(scenario.requests.grouped). "
                + "`swift run -c release playground` makes them all."
            scenario = scenario.crowded(by: Self.debugLimit)
        }
        self.note = note
        self.scenario = scenario
    }

    /// Returns the built-in scenario of a name, or the one in a file.
    static func scenario(named name: String) throws -> Scenario {
        if let scenario = Scenario.named(name) { return scenario }
        guard name.hasSuffix(".json") else {
            throw UsageError(
                "there is no scenario \"\(name)\"" + Suggestion.text(for: name, among: Scenario.builtIn.map(\.name))
                    + " `playground scenarios` lists all; a file ends with .json.")
        }
        do {
            return try Scenario(parsing: InputFile.text(of: name))
        } catch let error as ScenarioError {
            throw UsageError("\(name): \(error.description)")
        }
    }

    /// Whether this build is not optimised, so that commands choose a smaller crowd.
    static var isDebug: Bool {
        #if DEBUG
        true
        #else
        false
        #endif
    }
}
