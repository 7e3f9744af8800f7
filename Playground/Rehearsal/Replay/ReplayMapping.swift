/// Which target of a log each model of a replayed pipeline stands for.
package struct ReplayMapping: Hashable, Sendable {
    /// A target of the log and the model that behaves as it.
    package struct Pair: Hashable, Sendable {
        package let target: String
        package let model: String

        /// Whether the model has another name than the target, and stands for it by its place among the models.
        package var isByPlace: Bool { model != target }
    }

    /// The targets of the log as which a model behaves, in the order of the models.
    package let pairs: [Pair]
    /// The targets of the log as which no model behaves, so that nothing of them is in the replay.
    package let unusedTargets: [String]
    /// The models of the pipeline that stand for no target: they answer at once and never fail.
    package let unknownModels: [String]
    /// The models that callers asked for by names that neither the attempts of the log nor the pipeline have.
    package let unknownRequests: [String]

    /// Creates the mapping of a replay.
    ///
    /// - Parameters:
    ///   - made: The models of the pipeline in their order, each with the target as which it behaves.
    ///   - log: The recorded calls.
    init(made: [Pair], log: RecordedLog) {
        let targets = log.targets
        let models = Set(made.map(\.model))
        var seen: Set<Pair> = []
        let distinct = made.filter { seen.insert($0).inserted }
        pairs = distinct.filter { targets.contains($0.target) }
        unknownModels = distinct.filter { !targets.contains($0.target) }.map(\.model)
        let used = Set(pairs.map(\.target))
        unusedTargets = targets.filter { !used.contains($0) }
        let asked = Set(log.calls.map(\.model)).subtracting(targets).subtracting(models).subtracting([""])
        unknownRequests = asked.sorted()
    }
}
