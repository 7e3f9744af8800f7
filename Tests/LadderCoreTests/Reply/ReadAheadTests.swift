import LadderTesting
import TestSupport
import Testing

@testable import LadderCore

/// Where a limit is set, a task of its own reads ahead: a little, and again when half of it is read.
@Suite struct ReadAheadTests {
    private let source = Pieces(count: 200)

    /// A call under a limit, streamed from `source`.
    private func run(_ read: @escaping @Sendable (ResponseStream, Runtime) async throws -> Void) throws {
        let simulation = Simulation()
        let source = source
        let model = FakeModel("m", streams: true) { _, _, _ in try await Reply.live(model: "m", from: source) }
        let pipeline = try Pipeline(model: model).running(on: simulation).limited(timeLimit: .seconds(600))
        try simulation.run { try await read(try await pipeline.streamResponse(to: "hi"), Runtime(simulation)) }
    }

    @Test func `it reads no further ahead than a reader can use, and goes on when half is read`() throws {
        let asked = Shared<[Int]>([])
        let source = source
        try run { stream, runtime in
            for pieces in [0, StreamState.ahead / 2 - 1, 1, StreamState.ahead / 2] {
                for _ in 0..<pieces { _ = try await stream.next() }
                try await runtime.sleep(for: .seconds(1))
                asked.change { $0.append(source.asked.value) }
            }
        }
        #expect(asked.value == [32, 32, 48, 64])
    }

    @Test func `leaving while it is paused settles the attempt, and the source is not asked again`() throws {
        let ends = Shared<[Instant?]>([])
        try run { stream, runtime in
            try await runtime.sleep(for: .seconds(1))
            for _ in 0..<3 { _ = try await stream.next() }
            stream.cancel()
            ends.change { $0.append(stream.attempts.last?.end) }
            try await runtime.sleep(for: .seconds(1))
        }
        #expect(source.asked.value == 32)
        #expect(ends.value == [Instant(sinceOrigin: .seconds(1))])
    }

    @Test func `a task that begins after the end asks for nothing`() throws {
        let ends = Shared<[Instant?]>([])
        try run { stream, runtime in
            try await runtime.sleep(for: .seconds(1))
            // With the last of these it is started; it has had no turn when the reader leaves.
            for _ in 0..<StreamState.ahead / 2 { _ = try await stream.next() }
            stream.cancel()
            try await runtime.sleep(for: .seconds(1))
            ends.change { $0.append(stream.attempts.last?.end) }
        }
        #expect(source.asked.value == 32)
        #expect(ends.value == [Instant(sinceOrigin: .seconds(1))])
    }
}
