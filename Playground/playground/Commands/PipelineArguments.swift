import Ladder
import LadderConfiguration
import Rehearsal

/// The pipeline of a configuration file over simulated models.
enum PipelineArguments {
    /// Returns a function that makes the pipeline of a file for a stage, or nil where there is no file.
    static func makePipeline(file: String?) throws -> Rehearsal.MakePipeline? {
        guard let file else { return nil }
        let bytes = try InputFile.bytes(of: file)
        let directory = file.contains("/") ? String(file.prefix(upTo: file.lastIndex(of: "/")!)) : "."
        do {
            let configuration = try PipelineConfiguration(parsing: bytes, directory: directory)
            return { try $0.pipeline(configuration) }
        } catch {
            throw UsageError("\(file): \(error)")
        }
    }
}
