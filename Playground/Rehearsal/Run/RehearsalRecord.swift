import Ladder

/// Collects what happens in a rehearsal.
final class RehearsalRecord: Sendable {
    private struct State {
        var rows: [CallRow] = []
        var samples: [Report.Sample] = []
        var seen: Set<SampleKind> = []
        var transitions: [BreakerTransition] = []
        /// The meaning to which each stored answer belongs, by the beginning of its text.
        var meanings: [String: Int] = [:]
    }

    /// What makes a call worth a sample: nothing like it was seen in its phase.
    private struct SampleKind: Hashable {
        let phase: Int
        let level: FallbackLevel?
        let error: ChatError.KindName?
        let isCut: Bool
        let modelCalls: Int
    }

    /// About this many calls are sampled in addition to the first of each kind.
    private static let regularSamples = 160

    private let scenario: Scenario
    private let interval: Int
    private let log: (@Sendable (CallEvent) -> Void)?
    private let state = Locked(State())

    init(_ scenario: Scenario, log: (@Sendable (CallEvent) -> Void)?) {
        self.scenario = scenario
        self.log = log
        interval = max(1, scenario.requests / Self.regularSamples)
    }

    func add(_ transition: BreakerTransition) {
        state.withLock { $0.transitions.append(transition) }
    }

    /// Makes a call and counts it.
    func add(_ call: PlannedCall, number: Int, answeredBy pipeline: Pipeline) async {
        let options = CallOptions(id: "call-\(number)", scope: CallScope(tenant: "shop", user: call.user))
        let request = ChatRequest(call.question)
        let begin = pipeline.runtime.now
        let logged = log.map { LoggedCall(request, call, options: options, pipeline: pipeline, log: $0) }
        do {
            let response = try await response(to: request, of: pipeline, options: options, streamed: call.isStreamed)
            var row = CallRow(response, arrival: call.arrival)
            row.isWrong = isWrong(response, to: call)
            logged?.ended(with: response)
            add(row, call) {
                Report.Sample(
                    row: row, question: call.question, user: call.user, model: response.model,
                    answer: response.content, explanation: response.explain())
            }
        } catch {
            let error = ChatError(wrapping: error)
            let row = CallRow(error, arrival: call.arrival, latency: pipeline.runtime.now - begin)
            logged?.ended(with: error, latency: row.latency)
            add(row, call) {
                Report.Sample(
                    row: row, question: call.question, user: call.user, model: nil, answer: "",
                    explanation: error.description)
            }
        }
    }

    private func response(
        to request: ChatRequest, of pipeline: Pipeline, options: CallOptions, streamed: Bool
    ) async throws -> ChatResponse {
        guard streamed else { return try await pipeline.respond(to: request, options: options) }
        return try await pipeline.streamResponse(to: request, options: options).collect()
    }

    /// Returns whether an answer from a cache was made for a question of another meaning.
    private func isWrong(_ response: ChatResponse, to call: PlannedCall) -> Bool? {
        state.withLock { state in
            switch response.fallbackLevel {
            case .primary, .fallbackModel:
                state.meanings[response.content] = call.meaning
                return nil
            case .semanticCache, .staleCache, .exactCache:
                return state.meanings[response.content].map { $0 != call.meaning }
            case .staticFAQ, .apology:
                return nil
            }
        }
    }

    private func add(_ row: CallRow, _ call: PlannedCall, sample: () -> Report.Sample) {
        let phase = scenario.phase(at: call.arrival)
        let kind = SampleKind(
            phase: phase, level: row.level, error: row.error, isCut: row.isCut, modelCalls: row.modelCalls)
        let isSampled = state.withLock { state in
            state.rows.append(row)
            return state.seen.insert(kind).inserted || state.rows.count.isMultiple(of: interval)
        }
        guard isSampled else { return }
        let sample = sample()
        state.withLock { $0.samples.append(sample) }
    }

    func report(seed: UInt64, pipeline: String) -> Report {
        let state = state.withLock { $0 }
        return Report(
            scenario: scenario, seed: seed, pipeline: pipeline,
            rows: state.rows.sorted { $0.arrival < $1.arrival },
            openings: BreakerOpening.openings(in: state.transitions.sorted { $0.at < $1.at }, since: .origin),
            samples: state.samples.sorted { $0.row.arrival < $1.row.arrival })
    }
}
