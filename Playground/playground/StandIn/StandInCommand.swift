/// `playground stand-in`: a provider on this machine, to try clients without a key.
enum StandInCommand {
    static let command = Command(
        name: "stand-in", summary: "a server that answers in OpenAI's form, to try clients without a key",
        options: [CommandOption("--port", "N", summary: "the port on this machine; 8089 unless given")]
    ) { arguments, terminal in
        try StandIn(port: try arguments.integer("--port", in: 0...65_535) ?? 8_089).serve(on: terminal)
    }
}
