#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Shows Ladder at work: `swift run playground`. Everything happens in virtual time, and every number is measured.
@main enum Playground {
    static func main() {
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
                try show(invocation, on: terminal)
            }
        } catch {
            fail("playground: \(error)", status: 1)
        }
    }

    private static func show(_ invocation: Invocation, on terminal: Terminal) throws {
        terminal.print()
        terminal.heading("Ladder: when a language model fails, callers go down one rung at a time and never fall.")
        terminal.paragraph(
            "Simulated providers, real layers, virtual time: an hour takes seconds, and seed \(invocation.seed) always "
                + "gives the same outage.")
        for act in invocation.acts {
            switch act {
            case .outage: try OutageAct(seed: invocation.seed).show(on: terminal)
            case .walk: try WalkAct(seed: invocation.seed).show(on: terminal)
            }
        }
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        let text = message + "\n"
        _ = write(STDERR_FILENO, text, text.utf8.count)
        exit(status)
    }
}
