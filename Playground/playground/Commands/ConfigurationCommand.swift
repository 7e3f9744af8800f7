import LadderConfiguration

/// `playground configuration`: what `Docs/Operating` says about configurations, made from the code that reads them.
enum ConfigurationCommand {
    static let command = Command(
        name: "configuration", summary: "the JSON Schema or the reference of configuration files",
        options: [
            CommandOption("--schema", summary: "the JSON Schema, for editors"),
            CommandOption("--reference", summary: "the reference of all fields, as Markdown"),
        ]
    ) { arguments, terminal in
        guard arguments.has("--schema") != arguments.has("--reference") else {
            throw UsageError("configuration needs one of --schema and --reference")
        }
        terminal.printAsIs(arguments.has("--schema") ? PipelineConfiguration.schemaText : ConfigurationReference.text)
    }
}
