import Ladder

/// Writes the beginning and the end of a simulated call to a log.
struct LoggedCall {
    private let id: String
    private let scope: CallScope
    private let start: WallTime
    private let log: @Sendable (CallEvent) -> Void

    /// The key of the digests. The questions are simulated, so it is no secret.
    private static let digestKey = try? RequestDigestKey("questions of a rehearsal")

    init(
        _ request: ChatRequest, _ call: PlannedCall, options: CallOptions, pipeline: Pipeline,
        log: @escaping @Sendable (CallEvent) -> Void
    ) {
        id = options.id ?? ""
        scope = options.scope
        start = pipeline.runtime.wallNow
        self.log = log
        let began = BeganCall(
            model: pipeline.models.first?.name ?? "", delivery: call.isStreamed ? .streamed : .whole,
            messages: request.messages.count, textBytes: call.question.utf8.count,
            requestDigest: Self.digestKey?.digest(of: request, scope: scope))
        write(.began(began))
    }

    func ended(with response: ChatResponse) {
        write(
            .ended(
                CallSummary(
                    level: response.fallbackLevel, model: response.model, finishReason: response.finishReason,
                    error: nil, wasAbandoned: false, usage: response.cached == nil ? response.usage : Usage(),
                    cached: response.cached, cost: response.cost, latency: response.latency,
                    timeToFirstContent: nil, attempts: response.attempts)))
    }

    func ended(with error: ChatError, latency: Duration) {
        write(
            .ended(
                CallSummary(
                    level: nil, model: nil, finishReason: nil, error: error.kind, wasAbandoned: false, usage: Usage(),
                    cost: nil, latency: latency, timeToFirstContent: nil, attempts: error.attempts)))
    }

    private func write(_ kind: CallEvent.Kind) {
        log(CallEvent(callID: id, scope: scope, callStart: start, kind: kind))
    }
}
