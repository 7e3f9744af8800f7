import Ladder

/// What each layer of a pipeline buys: the same calls with all layers, without one of them, and with none.
package struct Comparison: Sendable {
    /// One pipeline with the numbers of its rehearsal.
    package struct Row: Sendable {
        package let name: String
        package let report: Report

        package init(name: String, report: Report) {
            self.name = name
            self.report = report
        }
    }

    /// Plays a scenario with each of the pipelines.
    ///
    /// - Parameter progress: Is called with the share of the work that is done.
    package static func rows(
        of scenario: Scenario, seed: UInt64, makePipeline: Rehearsal.MakePipeline? = nil,
        progress: (Double) -> Void = { _ in }
    ) throws -> [Row] {
        let make = makePipeline ?? { try $0.scenario.setup.pipeline(for: $0) }
        let layers = try make(Stage(scenario, conductor: Conductor(scenario))).layers
        var variants: [(name: String, make: Rehearsal.MakePipeline)] = [("all layers", make)]
        for layer in layers {
            variants.append(("without \(layer.layerDescription.name)", { try make($0).without(layer) }))
        }
        variants.append(
            ("a loop written by hand", { try make($0).withoutAll(layers).inserting(outermost: HandWrittenLoop()) }))
        variants.append(("no layer at all", { try make($0).withoutAll(layers) }))
        return try variants.enumerated().map { index, variant in
            defer { progress(Double(index + 1) / Double(variants.count)) }
            return Row(
                name: variant.name, report: try Rehearsal(scenario, seed: seed, makePipeline: variant.make).run())
        }
    }
}

extension Pipeline {
    /// Returns this pipeline without the layers of another layer's type.
    fileprivate func without<Layer: Middleware>(_ layer: Layer) throws -> Pipeline { try removing(Layer.self) }

    /// Returns this pipeline without the layers of the types of other layers.
    fileprivate func withoutAll(_ layers: [any Middleware]) throws -> Pipeline {
        try layers.reduce(self) { try $0.without($1) }
    }
}
