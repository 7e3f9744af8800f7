import LadderCore
import LadderTesting
import TestSupport

/// A model that plays one line for each attempt, repeats the last one, and records when each attempt started.
struct Script: ChatModel {
    enum Line: Sendable {
        case answer(String)
        case fail(ChatError)
        case `throw`(any Error)
        /// Streams this text, then fails with an error.
        case breakOff(String, ChatError)
    }

    let name = "script"
    let lines: [Line]
    let starts = Shared<[Instant]>([])

    init(_ lines: Line...) { self.lines = lines }

    init(lines: [Line]) { self.lines = lines }

    func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let now = context.now
        let index = starts.change { starts in
            starts.append(now)
            return starts.count - 1
        }
        switch lines[min(index, lines.count - 1)] {
        case .answer(let text): return Reply(model: name, Completion(text))
        case .fail(let error): throw error
        case .throw(let error): throw error
        case .breakOff(let text, let error): return try await .live(model: name, from: Broken(text, error))
        }
    }

    private final class Broken: ReplySource {
        private let text: Shared<String?>
        private let error: ChatError

        init(_ text: String, _ error: ChatError) {
            self.text = Shared(text)
            self.error = error
        }

        func next() async throws -> ReplyChunk? {
            let text = text.change { text in
                defer { text = nil }
                return text
            }
            if let text { return .text(text) }
            throw error
        }
    }
}

/// A layer that changes the context of the layers inside, and records the calls.
struct Outside: Middleware {
    let calls = Shared<[Call]>([])
    let change: @Sendable (inout CallContext) -> Void

    init(_ change: @escaping @Sendable (inout CallContext) -> Void = { _ in }) { self.change = change }

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        var context = context
        calls.change { $0.append(context.call) }
        change(&context)
        return try await next(request, context)
    }
}

/// The outcome of one call.
struct Finish: Sendable {
    var response: ChatResponse?
    var error: (any Error)?
    var at: Instant
    var trace: [TraceEvent]

    var answer: String? { response?.content }
    var kind: ChatError.Kind? { (error as? ChatError)?.kind }
    var chatError: ChatError? { error as? ChatError }
    func events(_ verdict: TraceEvent.Verdict) -> [TraceEvent] {
        trace.filter { $0.stage == "Retry" && $0.verdict == verdict }
    }
}

/// Makes one call through these layers in a simulation of this seed.
func ask(
    _ model: Script, seed: UInt64 = 1, options: CallOptions = CallOptions(), streamed: Bool = false,
    outside: Outside = Outside(), @PipelineBuilder _ layers: () -> [any Middleware]
) throws -> Finish {
    let simulation = Simulation(seed: seed)
    let pipeline = try Pipeline(model: model) {
        outside
        layers()
    }.running(on: simulation)
    return try simulation.run {
        var finish = Finish(at: .origin, trace: [])
        do {
            if streamed {
                finish.response = try await pipeline.streamResponse(to: "hi", options: options).collect()
            } else {
                finish.response = try await pipeline.respond(to: "hi", options: options)
            }
        } catch {
            finish.error = error
        }
        finish.at = simulation.now
        finish.trace = outside.calls.value.first?.trace.events ?? []
        return finish
    }
}
