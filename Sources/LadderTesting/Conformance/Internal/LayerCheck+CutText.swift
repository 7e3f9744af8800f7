import LadderCore

/// What a layer makes of a text when the answer is complete is compared with what it makes of it when the answer is cut.
extension LayerCheck {
    private enum AnswerEnd {
        case complete
        /// The model throws after its last piece.
        case thrown
        /// The model ends with finish reason `partial`, as a pipeline does that is used as a model.
        case partial
    }

    /// What the caller received. A refusal has no text.
    private struct ReceivedText {
        var text = ""
        var isComplete = false
    }

    func cutText(_ findings: inout ConformanceFindings, atEveryPosition: Bool) {
        let pieces = LayerCheck.pieces(of: answer, length: 3 + Int(seed % 6))
        for delivery in [Delivery.whole, .streamed] {
            guard let complete = received(pieces, end: .complete, delivery: delivery) else { continue }
            for end in [AnswerEnd.thrown, .partial] {
                guard let cut = received(pieces, end: end, delivery: delivery), cut.isComplete,
                    !words(of: complete.text, removedFrom: "", in: cut.text).isEmpty
                else { continue }
                findings.add(
                    .keepsCuts, explanation: "an answer that was cut reached the caller as complete", seed: seed)
            }
            // A layer that leaves the whole text as it is has nothing to change in a part of it.
            guard !words(of: answer, removedFrom: complete.text, in: answer).isEmpty else { continue }
            let position = 1 + Int(seed) % pieces.count
            for count in atEveryPosition ? Array(1...pieces.count) : [position, pieces.count] {
                compare(Array(pieces.prefix(count)), delivery: delivery, findings: &findings)
            }
        }
    }

    /// Looks for words that the layer removes from a complete answer but lets through in a cut one.
    private func compare(_ pieces: [String], delivery: Delivery, findings: inout ConformanceFindings) {
        let text = pieces.joined()
        guard let complete = received(pieces, end: .complete, delivery: delivery) else { return }
        // A layer that adds to a text removes no word of it. One that refuses every text, for instance because it is no
        // JSON, does not refuse it for what it says.
        guard !words(of: text, removedFrom: complete.text, in: text).isEmpty,
            !complete.text.isEmpty || accepts(pieces.map(LayerCheck.withoutContent), delivery: delivery)
        else { return }
        for end in [AnswerEnd.thrown, .partial] {
            guard let cut = received(pieces, end: end, delivery: delivery) else { continue }
            let passed = words(of: text, removedFrom: complete.text, in: cut.text)
            if let word = passed.first {
                let change = complete.text.isEmpty ? "refused" : "changed"
                findings.add(
                    .changesCutText,
                    explanation: "\"\(word)\" is \(change) in a complete answer, and passes in one that was cut "
                        + "(\(delivery), \(pieces.count) pieces)",
                    seed: seed)
            }
        }
    }

    private func accepts(_ pieces: [String], delivery: Delivery) -> Bool {
        received(pieces, end: .complete, delivery: delivery)?.text.isEmpty == false
    }

    /// Returns the words of a text that are missing in another one and occur in a third.
    private func words(of text: String, removedFrom changed: String, in received: String) -> [Substring] {
        text.split(separator: " ").filter { word in
            word.count >= 4 && !changed.contains(String(word)) && received.contains(String(word))
        }
    }

    /// Runs one call. Returns nil where it failed in a way that other scenarios report.
    private func received(_ pieces: [String], end: AnswerEnd, delivery: Delivery) -> ReceivedText? {
        let step =
            switch end {
            case .complete: ScriptedStep.stream(pieces)
            case .thrown: ScriptedStep.stream(pieces, then: .cut(ChatError(.server)))
            case .partial: ScriptedStep.stream(pieces, then: .finished(.partial(.error(.server))))
            }
        let simulation = Simulation(seed: seed)
        let models = LayerCheck.names.map { ScriptedModel($0, step) }
        let layers: [any Middleware] = end == .thrown ? [layer(), StreamedBelow()] : [layer()]
        return try? simulation.run(maximumSteps: LayerCheck.maximumSteps) {
            let pipeline = try Pipeline(models: models) { layers }.running(on: simulation)
            do {
                let response =
                    delivery == .whole
                    ? try await pipeline.respond(to: "hello")
                    : try await pipeline.streamResponse(to: "hello").collect()
                // An answer of the layer's own holds nothing of the model's.
                guard response.fallbackLevel == .primary else { return ReceivedText() }
                return ReceivedText(text: response.content, isComplete: !response.finishReason.isPartial)
            } catch let error as ChatError {
                return ReceivedText(text: error.partialText ?? "")
            }
        }
    }

    private static func pieces(of text: String, length: Int) -> [String] {
        var rest = Substring(text)
        var pieces: [String] = []
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces.isEmpty ? ["empty"] : pieces
    }

    /// Returns a text of the same length with the same spaces that no layer refuses for what it says.
    private static func withoutContent(_ piece: String) -> String {
        String(piece.map { $0 == " " ? " " : "o" })
    }
}

/// Sets a limit far away, so that a model streams a whole answer and the error of a cut carries the text.
private struct StreamedBelow: Middleware {
    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        context.limits.narrow(to: TimeLimits(silence: .seconds(3_600)))
        return try await next(request, context)
    }
}
