/// An answer that is still coming, for one reader and one pass.
///
/// A layer does not wrap it to learn how it ends; it registers with ``Reply/onEnd(_:)``, so a piece costs the same
/// under ten layers as under one. To change the text, use ``Next/callAsFunction(_:_:transformingText:)``. A reader
/// leaves early by releasing the reply.
public final class LiveReply: Sendable {
    let core: StreamCore

    /// Creates a live answer from a source, and from pieces that the source has handed over already.
    public init(_ source: any ReplySource, after pieces: [ReplyChunk] = []) {
        core = StreamCore(source, received: pieces)
    }

    /// Creates a stream of a whole answer, for the caller. The answer may be one that was cut.
    init(replaying completion: Completion) {
        core = StreamCore(replaying: completion)
    }

    deinit {
        core.end(.abandoned)
    }

    /// Returns the next piece, or nil after the last.
    ///
    /// - Throws: What ended the answer early, as a ``ChatError``; `CancellationError` when the task was cancelled; and
    ///   `invalidRequest` when another task is inside this function, for which the answer goes on.
    public func next() async throws -> ReplyChunk? {
        do {
            return try await core.next()
        } catch let error as SecondReader {
            throw error.chatError
        }
    }

    /// Reads to the end and returns the whole answer. An error carries the text so far.
    func collect() async throws -> Completion {
        core.isCollected()
        do {
            while try await core.next() != nil {}
        } catch let error as SecondReader {
            throw error.chatError
        } catch var error as ChatError {
            let partial = core.completion
            if !partial.text.isEmpty { error.partialText = partial.text }
            error.usage = error.usage ?? partial.usage
            throw error
        }
        return core.completion
    }

    /// Cuts the answer at limits, from now on. The stricter limit counts.
    func narrow(silence: Duration?, cut: StreamLimits.Cut?, on runtime: Runtime) {
        core.narrow(silence: silence, cut: cut, on: runtime)
    }
}
