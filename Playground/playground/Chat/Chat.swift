import Ladder

/// A conversation with a real model in the terminal, streamed through a pipeline.
struct Chat {
    private let invocation: ChatInvocation
    private let pipeline: Pipeline
    private let model: any ChatModel

    init(_ invocation: ChatInvocation) throws {
        self.invocation = invocation
        model = try ChatModels.model(for: invocation)
        pipeline = try Pipeline(model: model) {
            if let store = invocation.store { ExactCache(store: store) } else { ExactCache() }
            CircuitBreaker()
            Retry()
            Timeout()
        }
    }

    /// Holds the conversation. It ends with the input, or after the questions of the command line.
    func hold(on terminal: Terminal) async {
        var messages = invocation.system.map { [ChatMessage.system($0)] } ?? []
        var last: String?
        terminal.paragraph("Talking to \(model.name). /explain shows the last call, /quit ends.", style: .faint)
        var questions = invocation.questions[...]
        while let question = next(from: &questions) {
            switch question {
            case "": continue
            case "/quit", "/exit": return
            case "/explain": terminal.quotation(last ?? "Nothing was asked yet.", margin: 2)
            default:
                messages.append(.user(question))
                let outcome = await answer(ChatRequest(model: model.name, messages: messages), on: terminal)
                last = outcome.explanation
                if let message = outcome.message { messages.append(message) } else { messages.removeLast() }
            }
        }
    }

    private func next(from questions: inout ArraySlice<String>) -> String? {
        if !invocation.questions.isEmpty {
            guard let question = questions.popFirst() else { return nil }
            print("> \(question)")
            return question
        }
        Terminal.write("> ")
        return readLine(strippingNewline: true).map { $0.trimmingSpaces }
    }

    /// Asks once and shows the answer as it comes. Returns the turn to append, nil after a failure.
    private func answer(
        _ request: ChatRequest, on terminal: Terminal
    ) async -> (message: ChatMessage?, explanation: String?) {
        do {
            let stream = try await pipeline.streamResponse(to: request)
            for try await text in stream.text { Terminal.write(text) }
            Terminal.write("\n")
            terminal.print(summary(of: stream))
            if let reason = stream.finishReason, reason != .stop {
                terminal.paragraph("It ended early: \(reason).", style: .fair)
            }
            return (stream.message, stream.explain())
        } catch let error as ChatError {
            terminal.paragraph("No answer. \(error.message) (\(error.kind.name))", style: .bad)
            if let sentence = error.providerMessage {
                terminal.paragraph("The provider says: \(sentence)", style: .faint, margin: 2)
            }
            let attempts = error.attempts.map { "\($0.target): \($0.error?.name ?? "answered")" }
            return (nil, attempts.isEmpty ? error.description : attempts.joined(separator: "\n"))
        } catch {
            terminal.paragraph("No answer. \(error)", style: .bad)
            return (nil, nil)
        }
    }

    private func summary(of stream: ResponseStream) -> Line {
        let usage = stream.usage ?? Usage()
        var facts = [stream.model, stream.latency.shortText]
        facts.append("\(usage.inputTokens) + \(usage.outputTokens) tokens" + (usage.isEstimated ? " (estimated)" : ""))
        facts.append(stream.cost.map { "\($0)" } ?? "cost unknown")
        return Line(stream.fallbackLevel.rawValue, style: TextStyle(stream.fallbackLevel))
            + Line(" · " + facts.joined(separator: " · "), style: .faint)
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
