import LadderCore
import TestSupport

/// A source that returns these pieces and ends, or throws an error.
final class Pieces: ReplySource {
    private let left: Shared<[ReplyChunk]>
    private let error: (any Error)?
    let asked = Shared(0)

    init(_ pieces: ReplyChunk..., then error: (any Error)? = nil) {
        left = Shared(pieces)
        self.error = error
    }

    /// This many pieces of text, and the end.
    init(count: Int) {
        left = Shared([ReplyChunk](repeating: .text("x"), count: count) + [.finished(.stop)])
        error = nil
    }

    func next() async throws -> ReplyChunk? {
        asked.change { $0 += 1 }
        if let piece = left.change({ $0.isEmpty ? nil : $0.removeFirst() }) { return piece }
        if let error { throw error }
        return nil
    }
}

/// Hands over some pieces, then keep-alives without any pause. It ends after many of them, so that a test of code that
/// never gives way fails instead of hanging.
final class Flood: ReplySource {
    private let first: Shared<[ReplyChunk]>
    private let keepAlive: ReplyChunk
    private let count: Int
    private let cancellation: Int?
    private let pause: (duration: Duration, runtime: Runtime)?
    let asked = Shared(0)

    /// With a pause it waits once before the keep-alives, and does not notice a cancellation meanwhile. It can cancel
    /// the task that reads it, at one of the keep-alives.
    init(
        after first: ReplyChunk..., keepAlive: ReplyChunk = .text(""), count: Int = 500_000,
        cancellingReaderAt cancellation: Int? = nil, pause: (Duration, Runtime)? = nil
    ) {
        self.first = Shared(first)
        self.keepAlive = keepAlive
        self.count = count
        self.cancellation = cancellation
        self.pause = pause
    }

    var hasEnded: Bool { asked.value > count }

    func next() async throws -> ReplyChunk? {
        if let piece = first.change({ $0.isEmpty ? nil : $0.removeFirst() }) { return piece }
        let number = asked.change { number in
            number += 1
            return number
        }
        if number == cancellation { withUnsafeCurrentTask { $0?.cancel() } }
        if number == 1, let (duration, runtime) = pause {
            await withCheckedContinuation { continuation in
                runtime.spawn("pause") {
                    try? await runtime.sleep(for: duration)
                    continuation.resume()
                }
            }
        }
        return number > count ? .finished(.stop) : keepAlive
    }
}

/// A layer's own source around a live reply.
final class Wrapping: ReplySource {
    private let live: LiveReply

    init(_ live: LiveReply) { self.live = live }

    func next() async throws -> ReplyChunk? { try await live.next() }
}
