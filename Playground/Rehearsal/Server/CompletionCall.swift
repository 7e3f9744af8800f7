import Ladder
import LadderJSON

/// One request of OpenAI's chat completions, answered by the pipeline.
struct CompletionCall: Sendable {
    let pipeline: Pipeline
    let live: LiveRecord

    func answer(_ request: ServedRequest, through output: ServedOutput) async throws(APIFailure) {
        var asked = try APIRequest(parsing: request.body, models: pipeline.models.map(\.name))
        if let tenant = request.headers["x-ladder-tenant"] { asked.scope.tenant = tenant }
        let options = CallOptions(scope: asked.scope)
        do {
            if asked.isStreamed {
                try await stream(asked, options: options, through: output)
            } else {
                try await send(asked, options: options, through: output)
            }
        } catch is CancellationError {
            throw APIFailure(status: 503, message: "the call was cancelled", type: "server_error", code: "cancelled")
        } catch {
            let error = ChatError(wrapping: error)
            if let id = error.callID { live.explain(id, question: asked.question, error.explanation) }
            throw APIFailure(error, on: pipeline.runtime)
        }
    }

    private func send(_ asked: APIRequest, options: CallOptions, through output: ServedOutput) async throws {
        let response = try await pipeline.respond(to: asked.request, options: options)
        live.explain(response.id, question: asked.question, response.explain())
        var headers = facts(
            id: response.id, level: response.fallbackLevel, model: response.model, latency: response.latency)
        headers["x-ladder-cost"] = response.cost?.decimal ?? "unknown"
        if response.finishReason.isPartial { headers["x-ladder-finish"] = response.finishReason.name }
        let writer = CompletionWriter(
            id: response.id, model: response.model, created: pipeline.runtime.wallNow)
        output.send(headers: headers, writer.whole(response.completion))
    }

    private func stream(_ asked: APIRequest, options: CallOptions, through output: ServedOutput) async throws {
        let stream = try await pipeline.streamResponse(to: asked.request, options: options)
        defer { live.explain(stream.id, question: asked.question, stream.explain()) }
        let writer = CompletionWriter(id: stream.id, model: stream.model, created: pipeline.runtime.wallNow)
        output.begin(
            type: "text/event-stream",
            headers: facts(id: stream.id, level: stream.fallbackLevel, model: stream.model, latency: stream.latency))
        guard await output.write(event(writer.start)) else { return }
        do {
            var callsTools = false
            for try await piece in stream {
                if case .toolCall = piece { callsTools = true }
                if case .finished(let ending) = piece {
                    return await end(
                        ending.finishReason, of: stream, to: asked, by: writer, callsTools: callsTools, through: output)
                }
                guard let chunk = writer.chunk(piece) else { continue }
                guard await output.write(event(chunk)) else { return }
            }
        } catch let error as ChatError {
            // The head has been sent, so the failure is an event.
            let failure = APIFailure(error, on: pipeline.runtime)
            _ = await output.write(event(failure.json) + Self.done)
        }
    }

    private func end(
        _ reason: FinishReason, of stream: ResponseStream, to asked: APIRequest, by writer: CompletionWriter,
        callsTools: Bool, through output: ServedOutput
    ) async {
        var events: [UInt8]
        if case .partial(let cut) = reason {
            // A client must not take the text for the whole answer.
            let failure = APIFailure(
                status: 502, message: "the answer was cut", type: "server_error", code: cut.name)
            events = event(failure.json)
        } else {
            let facts: JSONValue = [
                "level": .string(stream.fallbackLevel.rawValue), "call": .string(stream.id),
                "cost": .string(stream.cost?.decimal ?? "unknown"),
                "latency_ms": .integer(stream.latency.wholeMilliseconds),
            ]
            events = event(writer.end(reason, callsTools: callsTools, facts: facts))
            if asked.includesUsage { events += event(writer.usageChunk(stream.usage ?? Usage())) }
        }
        _ = await output.write(events + Self.done)
    }

    private func facts(id: String, level: FallbackLevel, model: String, latency: Duration) -> [String: String] {
        [
            "x-ladder-call": id, "x-ladder-level": level.rawValue, "x-ladder-model": model,
            "x-ladder-latency-ms": "\(latency.wholeMilliseconds)",
        ]
    }

    private func event(_ json: JSONValue) -> [UInt8] { Array("data: \(json.text)\n\n".utf8) }

    private static let done = Array("data: [DONE]\n\n".utf8)
}

extension APIRequest {
    /// The beginning of the question, for the list of calls.
    fileprivate var question: String { String((request.lastUserText ?? "").prefix(160)) }
}

extension ChatError {
    /// The error with those before it, a line each.
    fileprivate var explanation: String {
        ([description] + earlierFailures.map { "  before that: \($0.description)" }
            + attempts.map { attempt in
                "  attempt at \(attempt.target): \(attempt.error.map { "\($0)" } ?? "answered")"
            })
            .joined(separator: "\n")
    }
}

extension Money {
    /// The exact amount in dollars, without the sign of the currency.
    var decimal: String { description.filter { $0 != "$" } }
}

extension Duration {
    var wholeMilliseconds: Int { Int(self / .milliseconds(1)) }
}
