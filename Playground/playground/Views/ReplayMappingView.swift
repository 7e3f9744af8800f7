import Ladder
import Rehearsal

/// Which target of a log became which model, and what to know where a name does not match.
struct ReplayMappingView {
    let mapping: ReplayMapping

    func lines(in width: Int) -> [Line] {
        var table = Table(["in the log", "in the pipeline", ""], leftColumns: 3)
        for pair in mapping.pairs {
            table.add([
                Line(pair.target), Line(pair.model),
                pair.isByPlace
                    ? Line("by its place, not by its name", style: .fair) : Line("by its name", style: .faint),
            ])
        }
        for target in mapping.unusedTargets {
            table.add([Line(target), Line("–"), Line("not replayed", style: .fair)])
        }
        for model in mapping.unknownModels {
            table.add([Line("–"), Line(model), Line("answers at once, never fails", style: .fair)])
        }
        return table.lines(in: width)
    }

    /// A sentence for each kind of name that does not match.
    var warnings: [String] {
        var warnings: [String] = []
        func warn(_ names: [String], _ sentence: String) {
            if !names.isEmpty { warnings.append("\(names.joined(separator: ", ")): \(sentence)") }
        }
        warn(
            mapping.pairs.filter(\.isByPlace).map(\.target),
            "the pipeline has no model of this name, so the model at the same place behaves as it.")
        warn(
            mapping.unusedTargets,
            "no model of the pipeline behaves as it did. Add it to the models of the configuration."
        )
        warn(mapping.unknownModels, "the log has no attempt at it, so it answers at once and never fails.")
        warn(
            mapping.unknownRequests,
            "callers asked for it, and it is no model of the pipeline. The attempts name its deployments, which are models "
                + "of their own here; a configuration with a ModelRouter has both.")
        return warnings
    }
}
