import LadderConfiguration
import Loopback
import Rehearsal

/// `playground serve`: the rehearsal for an application in any language.
struct ServeCommand {
    /// What cannot be served.
    struct InvalidOption: Error, CustomStringConvertible {
        let description: String
    }

    var host = "127.0.0.1"
    var port = 8080
    /// The file of a configuration; nil for the standard pipeline over a large and a small model.
    var configuration: String?
    /// The name of the scenario that is played from the start; nil for healthy models.
    var scenario: String?
    /// Whether simulated models take the place of those of the configuration. A scenario implies it.
    var isSimulated = false

    init() {}

    /// Serves until the process is ended.
    func run(on terminal: Terminal) throws {
        let options = try options()
        let server = try RehearsalServer(options)
        terminal.paragraph("The rehearsal listens on \(server.url)/v1 and shows what happens on \(server.url)/")
        terminal.print()
        terminal.print(Line("  export OPENAI_BASE_URL=\(server.url)/v1 OPENAI_API_KEY=none", style: .strong))
        terminal.print()
        terminal.paragraph(
            options.source.isSimulated
                ? "Its models are simulated. POST \(server.url)/scenario/outage starts an outage; GET /scenarios lists others."
                : "Its models are real and cost money.")
        if !options.isLoopback {
            terminal.paragraph("Other machines can reach it, and it asks for no key.", style: .bad)
        }
        terminal.paragraph(
            "This is a tool for rehearsals. A production server uses a web framework and ResponseStream.serverSentEvents(). "
                + "Control-C ends it.", style: .faint)
        Terminal.write("")
        while true { LoopbackServer.pause(seconds: 3_600) }
    }

    private func options() throws -> ServerOptions {
        var options = ServerOptions()
        options.host = host == "localhost" ? "127.0.0.1" : host
        options.port = port
        if let scenario {
            guard let known = Scenario.named(scenario) else {
                let names = Scenario.builtIn.map(\.name).joined(separator: ", ")
                throw InvalidOption(description: "there is no scenario \"\(scenario)\"; known are \(names)")
            }
            options.scenario = known
        }
        if let configuration {
            let parsed = try PipelineConfiguration(file: configuration)
            options.source = isSimulated || scenario != nil ? .simulated(parsed) : .configured(parsed)
        }
        return options
    }

    static let usage = """
        usage: playground serve [--port 8080] [--host 127.0.0.1] [--scenario NAME]
                                [--config FILE [--simulated]]

        The rehearsal for an application in any language: a server on this machine
        that speaks OpenAI's chat completions in front of a pipeline, and a page at /
        that shows what happens.

          --port N         the port; 0 takes a free one
          --host ADDRESS   the IPv4 address to listen on. Any other than 127.0.0.1
                           lets other machines use it, without a key.
          --scenario NAME  what goes wrong from the start, such as outage
          --config FILE    a configuration, with the models that it names
          --simulated      simulated models in the place of those of the
                           configuration; --scenario implies it
          --help           this text

        It is a tool for rehearsals. A production server uses a web framework and
        ResponseStream.serverSentEvents(): see Docs/Guides/ServingStreams.md.
        """
}
