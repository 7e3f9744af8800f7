#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `swift run playground`: simulated outages in virtual time. Every number is measured.
@main enum Playground {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "chat" { return await chat(arguments.dropFirst()) }
        if arguments.first == "stand-in" { return standIn(arguments.dropFirst()) }
        if arguments.first == "serve" { return serve(arguments.dropFirst()) }
        if arguments.first == "configuration" { return printConfigurationPage(arguments.dropFirst()) }
        let invocation: Invocation
        do {
            invocation = try Invocation(CommandLine.arguments.dropFirst())
        } catch {
            fail("playground: \(error.message)\n\n\(Invocation.usage)", status: 64)
        }
        let terminal = Terminal()
        do {
            if invocation.wantsHelp {
                terminal.print(Invocation.usageLines)
            } else {
                try await show(invocation, on: terminal)
            }
        } catch {
            fail("playground: \(error)", status: 1)
        }
    }

    private static func printConfigurationPage(_ arguments: ArraySlice<String>) {
        guard let text = ConfigurationPages.text(for: arguments) else { fail(ConfigurationPages.usage, status: 64) }
        print(text, terminator: "")
    }

    private static func standIn(_ arguments: ArraySlice<String>) {
        let port = arguments.count == 2 && arguments.first == "--port" ? arguments.last.flatMap { Int($0) } : nil
        guard arguments.isEmpty || port.map({ (0...65_535).contains($0) }) == true else {
            fail("playground: stand-in takes --port N and nothing else", status: 64)
        }
        do {
            try StandIn(port: port ?? 8_089).serve(on: Terminal())
        } catch {
            fail("playground: \(error)", status: 1)
        }
    }

    private static func serve(_ arguments: ArraySlice<String>) {
        let command: ServeCommand?
        do {
            command = try ServeCommand(arguments)
        } catch {
            fail("playground: \(error.message)\n\n\(ServeCommand.usage)", status: 64)
        }
        guard let command else { return print(ServeCommand.usage) }
        do {
            try command.run(on: Terminal())
        } catch {
            fail("playground: \(error)", status: 1)
        }
    }

    private static func chat(_ arguments: ArraySlice<String>) async {
        let invocation: ChatInvocation
        do {
            invocation = try ChatInvocation(arguments)
        } catch {
            fail("playground: \(error.message)\n\n\(ChatInvocation.usage)", status: 64)
        }
        if invocation.wantsHelp { return print(ChatInvocation.usage) }
        do {
            try await Chat(invocation).hold(on: Terminal())
        } catch {
            fail("\(error)", status: 1)
        }
    }

    private static func show(_ invocation: Invocation, on terminal: Terminal) async throws {
        if invocation.demos.contains(where: { $0 != .calibrate }) { introduce(invocation, on: terminal) }
        for demo in invocation.demos {
            switch demo {
            case .outage: try OutageDemo(seed: invocation.seed).show(on: terminal)
            case .walk: try WalkDemo(seed: invocation.seed).show(on: terminal)
            case .calibrate: try await CalibrateDemo(file: text(of: invocation.file)).show(on: terminal)
            }
        }
    }

    private static func introduce(_ invocation: Invocation, on terminal: Terminal) {
        terminal.print()
        terminal.heading("Ladder: when a language model fails, callers get the next best answer.")
        terminal.paragraph(
            "Simulated providers and real layers in virtual time: an hour takes seconds, and seed \(invocation.seed) always "
                + "gives the same outage.")
    }

    private static func text(of file: String?) throws -> (name: String, text: String)? {
        guard let file else { return nil }
        guard let bytes = try? Data(contentsOf: URL(filePath: file)) else {
            throw CalibrateDemo.InvalidFile(description: "cannot read \(file)")
        }
        return (file, String(decoding: bytes, as: UTF8.self))
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        let text = message + "\n"
        _ = write(STDERR_FILENO, text, text.utf8.count)
        exit(status)
    }
}
