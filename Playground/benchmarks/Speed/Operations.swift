import Ladder

/// What is measured. A type of its own and not a closure, so that a loop over it makes the call and nothing else.
protocol Operation: Sendable {
    func run() async throws
}

/// A whole answer.
struct WholeCall: Operation {
    let pipeline: Pipeline

    @inline(__always)
    func run() async throws { _ = try await pipeline.respond(to: Question.request) }
}

/// A call that ends with an error.
struct FailingCall: Operation {
    let pipeline: Pipeline

    @inline(__always)
    func run() async throws {
        do { _ = try await pipeline.respond(to: Question.request) } catch {}
    }
}

/// A streamed answer, read to its end.
struct StreamedCall: Operation {
    let pipeline: Pipeline
    let timeLimit: Duration?

    @inline(__always)
    func run() async throws {
        let stream = try await pipeline.streamResponse(to: Question.request, options: CallOptions(timeLimit: timeLimit))
        while try await stream.next() != nil {}
    }
}

/// What every call asks.
enum Question {
    static let request = ChatRequest(String(repeating: "x", count: 64), model: "instant")
}
