/// `playground calibrate`: which threshold an embedder needs.
enum CalibrateCommand {
    static let command = Command(
        name: "calibrate", summary: "which similarity means the same answer, from labelled pairs",
        operands: "[FILE]", operandCount: 0...1,
        discussion: """
            FILE is a CSV file with a question, another question, and yes or no: whether one
            answer serves both. Without it, a small built-in set is used.
            """
    ) { arguments, terminal in
        let file = try arguments.operands.first.map { ($0, try InputFile.text(of: $0)) }
        try await CalibrateDemo(file: file).show(on: terminal)
    }
}
