import LadderConfiguration
import Loopback
import Rehearsal

/// `playground serve`: the rehearsal for an application in any language.
enum ServeCommand {
    static let command = Command(
        name: "serve", summary: "the rehearsal for your own application: OpenAI's chat completions, and a live page",
        options: [
            CommandOption("--port", "N", summary: "the port, 8080 unless given; 0 takes a free one"),
            CommandOption(
                "--host", "ADDRESS", summary: "another address than 127.0.0.1 lets other machines in, without a key"),
            CommandOption(
                "--scenario", "NAME|FILE.json", summary: "what goes wrong from the start, such as outage"),
            CommandOption(
                "--config", "FILE", summary: "the pipeline of a configuration, with the models that it names"),
            CommandOption(
                "--store", "ADDRESS",
                summary: "where answers are kept: sqlite:FILE or redis://HOST:PORT; else in memory"),
            CommandOption("--simulated", summary: "simulated models in the place of these; --scenario implies it"),
        ],
        discussion: """
            The server speaks OpenAI's chat completions in front of a pipeline. The page at / shows
            what happens; POST /scenario/NAME starts an outage while the application runs.

            It is a tool for rehearsals. A production server uses a web framework and
            ResponseStream.serverSentEvents(): see Docs/Guides/ServingStreams.md.
            """
    ) { arguments, terminal in
        try serve(try options(arguments), on: terminal)
    }

    /// Serves until the process is ended.
    private static func serve(_ options: ServerOptions, on terminal: Terminal) throws {
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

    private static func options(_ arguments: Arguments) throws -> ServerOptions {
        var options = ServerOptions()
        options.host = arguments.text("--host") ?? options.host
        options.port = try arguments.integer("--port", in: 0...65_535) ?? options.port
        options.scenario = try arguments.text("--scenario").map { try ScenarioArguments.scenario(named: $0) }
        options.store = try StoreArguments.store(in: arguments)
        if let file = arguments.text("--config") {
            guard options.store == nil else {
                throw UsageError("--store has no effect with --config: a configuration names its own store")
            }
            let configuration = try PipelineArguments.configuration(file: file)
            let isSimulated = arguments.has("--simulated") || options.scenario != nil
            options.source = isSimulated ? .simulated(configuration) : .configured(configuration)
        }
        return options
    }
}
