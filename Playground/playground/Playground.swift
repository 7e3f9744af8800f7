#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `swift run playground`: outages in virtual time, with the real layers. Every number is computed.
@main enum Playground {
    static func main() async {
        do {
            try await run(Array(CommandLine.arguments.dropFirst()), on: Terminal())
            if fflush(nil) != 0 { fail("cannot write the output", status: 1) }
        } catch let error as UsageError {
            fail(error.message, status: 2)
        } catch {
            fail("\(error)", status: 1)
        }
    }

    /// Runs the command that the arguments name.
    static func run(_ arguments: [String], on terminal: Terminal) async throws {
        var words = arguments[...]
        if ["help", "--help", "-h"].contains(words.first ?? "") {
            words.removeFirst()
            return terminal.printAsIs(try words.first.map { try Commands.named($0).help } ?? Commands.help)
        }
        let command: Command
        if let name = words.first, !name.hasPrefix("-") {
            command = try Commands.named(name)
            words.removeFirst()
        } else {
            command = TourCommand.command
        }
        if words.contains("--help") || words.contains("-h") { return terminal.printAsIs(command.help) }
        try await command.run(Arguments(words, for: command), terminal)
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        fflush(nil)
        let text = "playground: \(message)\n"
        _ = write(STDERR_FILENO, text, text.utf8.count)
        exit(status)
    }
}
