import LadderCore

/// What a layer makes of a text in one piece is compared with what it makes of the same text in many.
extension LayerCheck {
    func pieces(_ findings: inout ConformanceFindings, ofOneScalar: Bool) {
        guard let whole = streamedText(of: [answer], seed: seed) else { return }
        for pieces in (ofOneScalar ? [scalars] : []) + [randomPieces] {
            guard let text = streamedText(of: pieces, seed: seed), text != whole else { continue }
            // A layer that draws lots or counts its calls gives different texts for the same pieces, too.
            for other in 0..<8 as Range<UInt64> {
                guard streamedText(of: [answer], seed: seed &+ other) == whole else { return }
            }
            findings.add(
                .ignoresPieceBoundaries,
                explanation: "in one piece: \(excerpt(of: whole, besides: text)), in \(pieces.count) pieces: "
                    + excerpt(of: text, besides: whole),
                seed: seed)
            return
        }
    }

    /// Runs one streamed call. Returns nil where the layer failed, answered by itself or cut the answer.
    private func streamedText(of pieces: [String], seed: UInt64) -> String? {
        let simulation = Simulation(seed: seed)
        // Without pauses, so that the number of pieces does not change the time.
        let models = LayerCheck.names.map { ScriptedModel($0, .stream(pieces, every: .zero)) }
        return try? simulation.run(maximumSteps: LayerCheck.maximumSteps) { () async throws -> String? in
            let pipeline = try Pipeline(models: models) { layer() }.running(on: simulation)
            let response = try await pipeline.streamResponse(to: "hello").collect()
            return response.fallbackLevel == .primary && response.finishReason == .stop ? response.content : nil
        }
    }

    // MARK: Pieces

    /// The answer in pieces of one Unicode scalar, the shortest that a provider can send.
    private var scalars: [String] { answer.unicodeScalars.map { String($0) } }

    /// The answer in pieces of one to eight scalars.
    private var randomPieces: [String] {
        var random = SeededRandom(seed: seed)
        var rest = scalars[...]
        var pieces: [String] = []
        while !rest.isEmpty {
            let length = 1 + random.below(8)
            pieces.append(rest.prefix(length).joined())
            rest = rest.dropFirst(length)
        }
        return pieces
    }

    /// Returns the text around the first difference between two texts.
    private func excerpt(of text: String, besides other: String) -> String {
        let (scalars, others) = (Array(text.unicodeScalars), Array(other.unicodeScalars))
        let equal = zip(scalars, others).prefix { $0 == $1 }.count
        var excerpt = String.UnicodeScalarView()
        excerpt.append(contentsOf: scalars[max(0, equal - 10)..<min(scalars.count, equal + 20)])
        return "\"\(String(excerpt))\""
    }
}
