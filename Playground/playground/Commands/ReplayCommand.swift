import Ladder
import Rehearsal

/// `playground replay FILE`: a call log through another pipeline.
enum ReplayCommand {
    static let command = Command(
        name: "replay", summary: "a recorded call log through another pipeline: what it would have saved",
        operands: "FILE", operandCount: 1...1, options: [.config],
        discussion: """
            FILE has a line of JSON for each event, as CallLog writes it; `run --log FILE` writes one.
            Models behave in each call as they did. The standard pipeline is used unless --config names
            another.
            """
    ) { arguments, terminal in
        let file = arguments.operands[0]
        let log: RecordedLog
        let text = try InputFile.text(of: file)
        do throws(LogError) {
            log = try RecordedLog(text)
        } catch {
            throw UsageError("\(file), \(error)")
        }
        guard !log.calls.isEmpty else { throw UsageError("\(file) has no call that has ended") }
        let configuration = try arguments.text("--config").map { try PipelineArguments.configuration(file: $0) }
        let replay: Replay
        do {
            replay = try Replay(log, configuration: configuration)
        } catch let error as ConfigurationError {
            throw UsageError("\(arguments.text("--config") ?? ""): \(error.problems.joined(separator: "\n"))")
        }
        terminal.print()
        terminal.heading("\(file): \(log.calls.count.grouped) calls in \(replay.recorded.scenario.duration.clockText)")
        if log.unfinished > 0 { terminal.paragraph("\(log.unfinished) calls have no end in the log and are left out.") }
        terminal.print()
        terminal.print(
            ComparisonTable(rows: [
                Comparison.Row(name: "as recorded", report: replay.recorded),
                Comparison.Row(name: "replayed", report: replay.replayed),
            ]).lines(in: terminal.width))
        terminal.print()
        terminal.quotation(replay.replayed.pipeline, margin: 2)
        terminal.print()
        let mapping = ReplayMappingView(mapping: replay.mapping)
        terminal.print(mapping.lines(in: terminal.width))
        terminal.print()
        for warning in mapping.warnings { terminal.paragraph("Warning: \(warning)", style: .fair, hanging: 2) }
        if !log.hasDigests {
            terminal.paragraph(
                "The log does not tell which calls asked the same, so exact reuse shows nothing here: write the log with "
                    + "CallLog's key for digests.", style: .fair)
        }
        terminal.paragraph("A log has no text, so it cannot tell what reuse by meaning would do.", style: .fair)
        terminal.print()
    }
}
