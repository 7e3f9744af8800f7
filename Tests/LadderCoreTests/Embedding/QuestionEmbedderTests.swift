import LadderTesting
import Testing

@testable import LadderCore

/// An embedder with a behaviour for each call: the last one is repeated.
private final class Behaving: Embedder {
    enum Behaviour: Sendable {
        case vector([Float])
        case hangs
        case fails
    }

    let id = "behaving"
    let dimensions = 2
    let pricePerMillionTokens: Money?
    let answersAtOnce: Bool
    private let behaviours: Locked<[Behaviour]>
    private let asked = Locked(0)

    init(_ behaviours: Behaviour..., price: Money? = .zero, answersAtOnce: Bool = false) {
        self.behaviours = Locked(behaviours)
        pricePerMillionTokens = price
        self.answersAtOnce = answersAtOnce
    }

    var calls: Int { asked.withLock { $0 } }

    func embed(_ texts: [String]) async throws -> [[Float]] {
        asked.withLock { $0 += 1 }
        let behaviour = behaviours.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        switch behaviour {
        case .vector(let vector): return texts.map { _ in vector }
        case .fails: throw ChatError(.server)
        case .hangs:
            await withTaskCancellationHandler {
                let (end, continuation) = AsyncStream<Void>.makeStream()
                hold.withLock { $0 = continuation }
                for await _ in end {}
            } onCancel: {
                hold.withLock { $0.take() }?.finish()
            }
            throw CancellationError()
        }
    }

    private let hold = Locked<AsyncStream<Void>.Continuation?>(nil)
}

/// A layer that asks for the vector of the question and writes the outcome to the trace.
private struct Asking: Middleware {
    let questions: QuestionEmbedder

    func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        switch try await questions.vector(of: "one two three", in: context) {
        case .vector(let vector, _): context.note(.noted, by: "Asking", reason: "\(vector)")
        case .unavailable(let reason): context.note(.noted, by: "Asking", reason: reason)
        }
        return try await next(request, context)
    }
}

@Suite struct QuestionEmbedderTests {
    private let simulation = Simulation(seed: 1)

    private func pipeline(_ embedder: Behaving, under account: LedgerAccount? = nil) throws -> Pipeline {
        let questions = QuestionEmbedder(
            embedder, timeLimit: .milliseconds(100), cooldown: .seconds(30), toleratingFailures: 1)
        return try Pipeline(model: ScriptedModel("gpt-4o", .reply("hi"))) {
            if let account { Spending(account) }
            Asking(questions: questions)
        }.running(on: simulation)
    }

    private func reason(_ response: ChatResponse) -> String { response.trace.events(of: "Asking")[0].reason }

    @Test(arguments: [true, false])
    func `the vector has unit length`(answersAtOnce: Bool) throws {
        let pipeline = try pipeline(Behaving(.vector([3, 4]), answersAtOnce: answersAtOnce))
        let response = try simulation.run { try await pipeline.respond(to: "q") }
        #expect(reason(response) == "[0.6, 0.8]")
    }

    @Test func `an embedder that hangs is skipped after repeated failures, and tried again after the cooldown`() throws
    {
        let embedder = Behaving(.hangs)
        let pipeline = try pipeline(embedder)
        let waits = try simulation.run {
            var waits: [Duration] = []
            for _ in 0..<4 { waits.append(try await pipeline.respond(to: "q").latency) }
            try await simulation.sleep(until: simulation.now + .seconds(31))
            for _ in 0..<2 { waits.append(try await pipeline.respond(to: "q").latency) }
            return waits
        }
        let limit = Duration.milliseconds(100)
        #expect(waits == [limit, limit, .zero, .zero, limit, .zero])
        #expect(embedder.calls == 3)
    }

    @Test(arguments: [[1], [1, 2, 3], [Float.nan, 1], [0, 0], []])
    func `an invalid vector is no vector, and counts as a failure`(vector: [Float]) throws {
        let embedder = Behaving(.vector(vector))
        let pipeline = try pipeline(embedder)
        try simulation.run {
            for _ in 0..<5 {
                let response = try await pipeline.respond(to: "q")
                #expect(!reason(response).hasPrefix("["))
            }
        }
        #expect(embedder.calls == 2)
    }

    @Test func `an embedder that the deadline of calls cut short is called again`() throws {
        let embedder = Behaving(.hangs, .hangs, .hangs, .vector([1, 0]))
        let pipeline = try pipeline(embedder)
        let last = try simulation.run {
            let options = CallOptions(timeLimit: .milliseconds(50))
            for _ in 0..<3 { _ = try? await pipeline.respond(to: ChatRequest("q"), options: options) }
            return reason(try await pipeline.respond(to: "q"))
        }
        #expect(last == "[1.0, 0.0]")
        #expect(embedder.calls == 4)
    }

    @Test func `a failure between successes starts no cooldown`() throws {
        let embedder = Behaving(.fails, .vector([1, 0]), .fails, .vector([1, 0]))
        let pipeline = try pipeline(embedder)
        let reasons = try simulation.run {
            var reasons: [String] = []
            for _ in 0..<4 { reasons.append(reason(try await pipeline.respond(to: "q"))) }
            return reasons
        }
        #expect(reasons.map { $0.hasPrefix("[") } == [false, true, false, true])
    }

    @Test func `an embedder with a price is reserved for, settled and part of the cost of the call`() throws {
        let account = LedgerAccount(tokens: 10_000)
        let pipeline = try pipeline(Behaving(.vector([1, 0]), price: .dollars(2)), under: account)
        let response = try simulation.run { try await pipeline.respond(to: "q") }
        let tokens = StandardTokenEstimator().tokens(in: "one two three")
        let attempts = response.attempts.compactMap(\.usage?.totalTokens).reduce(0, +)
        #expect(account.balance.spentTokens == attempts + tokens)
        #expect(account.balance.openReservations == 0)
    }

    @Test func `the cost of the call has that of the embedder, and is unknown where its price is`() throws {
        func cost(at price: Money?) throws -> Money? {
            try simulation.run {
                try await pipeline(Behaving(.vector([1, 0]), price: price)).respond(to: "q")
            }.cost
        }
        let tokens = StandardTokenEstimator().tokens(in: "one two three")
        let free = try #require(try cost(at: .zero))
        #expect(try cost(at: .dollars(2)) == free + Money(picodollars: 2_000_000 * Int64(tokens)))
        #expect(try cost(at: nil) == nil)
    }

    @Test func `an account without means refuses the embedder, and the call goes on to its own refusal`() throws {
        let embedder = Behaving(.vector([1, 0]), price: nil)
        let pipeline = try pipeline(embedder, under: LedgerAccount(tokens: 1))
        simulation.runCatching { _ = try await pipeline.respond(to: "q") }
        #expect(embedder.calls == 0)
    }
}

extension Simulation {
    fileprivate func runCatching(_ body: @escaping @Sendable () async throws -> Void) {
        _ = try? run { try? await body() }
    }
}
