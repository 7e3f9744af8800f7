@main struct Benchmarks {
    /// A new command is a line here.
    private static let commands: [Command] = [
        Command("speed", "what layers and whole paths cost") { try await SpeedCommand.run($0) },
        Command("hitrate", HitRateCommand.usage) { try await HitRateCommand.run($0) },
        Command("chaos", ChaosCommand.usage) { try ChaosCommand.run($0) },
        Command("ledger", LedgerCommand.usage) { try await LedgerCommand.run($0) },
        Command("fuzz", FuzzCommand.usage) { try await FuzzCommand.run($0) },
        Command("http", HTTPCommand.usage) { try await HTTPCommand.run($0) },
        Command("stores", StoresCommand.usage) { try await StoresCommand.run($0) },
        Command("semantic", SemanticCommand.usage) { try await SemanticCommand.run($0) },
    ]

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let name = arguments.first, let command = commands.first(where: { $0.name == name }) else {
            print("usage: benchmarks <command>")
            for command in commands { print("  \(command.name)  \(command.summary)") }
            return
        }
        try await command.run(Array(arguments.dropFirst()))
    }
}
