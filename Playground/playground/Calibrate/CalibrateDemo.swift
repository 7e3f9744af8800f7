import Ladder

/// `playground calibrate`: which threshold an embedder needs, measured on labelled pairs.
struct CalibrateDemo {
    /// The CSV text of the pairs, and what to call it; nil takes the built-in pairs.
    let file: (name: String, text: String)?

    func show(on terminal: Terminal) async throws {
        let pairs: [LabelledPair]
        do {
            pairs = try LabelledPair.pairs(fromCSV: file?.text ?? SamplePairs.csv)
        } catch {
            throw InvalidFile(description: "\(file?.name ?? "built-in pairs"), \(error)")
        }
        let embedder = LexicalEmbedder()
        let report = try await SemanticCalibrator(pairs, embedder: embedder).report()
        terminal.print()
        terminal.heading("From which similarity on may one answer serve two questions?")
        terminal.paragraph(
            "\(report.pairs.count) pairs from \(file?.name ?? "the built-in set"), \(report.samePairs) with the same "
                + "answer and \(report.differentPairs) with different ones, embedder \(report.embedderID).")
        for withGuards in [false, true] {
            terminal.print()
            terminal.print(CalibrationTable(report: report, withGuards: withGuards).lines(in: terminal.width))
        }
        terminal.print()
        showWrongHits(report, on: terminal)
        let thresholds = report.thresholds
        terminal.paragraph(
            "Thresholds for this embedder behind its guards: standard \(thresholds.standard.text(digits: 3)), "
                + "strict \(thresholds.strict.text(digits: 3)), FAQ \(thresholds.faq.text(digits: 3)).")
        if let advice = CalibrationAdvice(pairs: report.pairs.count, documented: embedder.thresholds).text {
            terminal.paragraph(advice, style: .fair)
        }
        for warning in report.warnings { terminal.paragraph("Warning: \(warning).", style: .fair) }
        terminal.print()
    }

    /// Prints the most similar pairs that no guard vetoes although they need different answers.
    private func showWrongHits(_ report: CalibrationReport, on terminal: Terminal) {
        let wrong = report.pairs.filter { !$0.pair.isSame && $0.veto == nil }.sorted { $0.similarity > $1.similarity }
        guard !wrong.isEmpty else { return }
        terminal.print(Line("Different answers that no guard tells apart, the most similar first", style: .strong))
        for pair in wrong.prefix(5) {
            terminal.print(
                Line("  \(pair.similarity.text(digits: 3))  ", style: .bad)
                    + Line("\(pair.pair.first) / \(pair.pair.second)"))
        }
        terminal.print()
    }

    /// The error for a file with a mistake.
    struct InvalidFile: Error, CustomStringConvertible {
        let description: String
    }
}
