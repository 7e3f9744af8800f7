import Ladder
import LadderTesting
import Testing

/// A caller that leaves is no failure of the model, whatever error the model makes of its cancellation.
@Suite struct LeavingCallersTests {
    /// The way in which a model's source ends when its task is cancelled.
    enum Manner: CaseIterable, Sendable {
        /// It returns nil, as an `AsyncThrowingStream` does.
        case saysNil
        /// It throws its own error, as a network client does.
        case throwsItsOwn
        case throwsChatError
    }

    private struct Lost: Error {}

    private final class Source: ReplySource {
        let manner: Manner
        let pieces: Int
        private let runtime: Runtime
        private let given = Locked(0)

        init(_ manner: Manner, pieces: Int, on runtime: Runtime) {
            self.manner = manner
            self.pieces = pieces
            self.runtime = runtime
        }

        func next() async throws -> ReplyChunk? {
            let number = given.withLock { given in
                given += 1
                return given
            }
            if number <= pieces { return .text("word ") }
            do {
                try await runtime.sleep(for: .seconds(100))
                return .finished(.stop)
            } catch {
                switch manner {
                case .saysNil: return nil
                case .throwsItsOwn: throw Lost()
                case .throwsChatError: throw ChatError(.server)
                }
            }
        }
    }

    private struct Talkative: ChatModel {
        let name = "m"
        let manner: Manner
        let pieces: Int

        func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
            try await .live(model: name, from: Source(manner, pieces: pieces, on: context.runtime))
        }
    }

    private enum Way: CaseIterable, Sendable {
        case whole, streamed
    }

    @Test(arguments: Manner.allCases, [0, 2])
    func `a caller that leaves ends the call as abandoned and opens no breaker`(manner: Manner, pieces: Int) throws {
        for way in Way.allCases {
            for limit: Duration? in [nil, .seconds(60)] {
                let simulation = Simulation(seed: 1)
                let breaker = CircuitBreaker()
                let pipeline = try Pipeline(model: Talkative(manner: manner, pieces: pieces)) {
                    StaticFAQ([])
                    breaker
                    Retry()
                }
                .running(on: simulation)
                let options = CallOptions(timeLimit: limit)
                let endings = try simulation.run {
                    var endings: [String] = []
                    for _ in 0..<8 {
                        let call = Task(executorPreference: simulation) { () -> String in
                            do {
                                if way == .whole {
                                    return try await pipeline.respond(to: "hi", options: options).content
                                }
                                let stream = try await pipeline.streamResponse(to: "hi", options: options)
                                while let chunk = try await stream.next() {
                                    if case .finished(let ending) = chunk { return "\(ending.finishReason)" }
                                }
                                return "the end"
                            } catch {
                                return error is CancellationError ? "left" : "\(error)"
                            }
                        }
                        try await simulation.sleep(until: simulation.now + .seconds(1))
                        call.cancel()
                        endings.append(await call.value)
                    }
                    return endings
                }
                #expect(endings == Array(repeating: "left", count: 8), "\(way), limit \(limit as Any)")
                #expect(breaker.state(of: "m") == .closed)
            }
        }
    }
}
