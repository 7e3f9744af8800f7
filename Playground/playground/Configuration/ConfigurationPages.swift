import LadderConfiguration

/// `playground configuration`: what `Docs/Operating` says about configurations, made from the code that reads them.
enum ConfigurationPages {
    static let usage = "usage: playground configuration --schema | --reference"

    /// Returns the text that an argument asks for, or nil where it is none of the two.
    static func text(for arguments: some Collection<String>) -> String? {
        switch arguments.first {
        case "--schema" where arguments.count == 1: PipelineConfiguration.schemaText
        case "--reference" where arguments.count == 1: ConfigurationReference.text
        default: nil
        }
    }
}
