import Ladder
import LadderConfiguration
import Rehearsal

/// The pipeline of a configuration file over simulated models.
enum PipelineArguments {
    /// Returns a function that makes the pipeline of a file for a stage, or nil where there is no file.
    static func makePipeline(file: String?) throws -> Rehearsal.MakePipeline? {
        guard let file else { return nil }
        let configuration = try configuration(file: file)
        return { stage in
            do {
                return try ServedPipeline.simulated(configuration).pipeline(for: stage)
            } catch let error as ConfigurationError {
                throw UsageError("\(file): \(error.problems.joined(separator: "\n"))")
            }
        }
    }

    /// Returns the configuration in a file.
    static func configuration(file: String) throws(UsageError) -> PipelineConfiguration {
        _ = try InputFile.bytes(of: file)
        do throws(ConfigurationError) {
            return try PipelineConfiguration(file: file)
        } catch {
            throw UsageError(error.problems.joined(separator: "\n"))
        }
    }
}
