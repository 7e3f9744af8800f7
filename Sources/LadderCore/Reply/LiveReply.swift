/// An answer that is still coming. One reader, one pass.
///
/// Layers do not wrap it to learn how it ends, they register with ``Reply/onEnd(_:)``: a piece costs the same under ten
/// layers as under one. Dropping it half-way is how a reader leaves.
public final class LiveReply: Sendable {
    let core: StreamCore

    /// A live answer from a source, after pieces that are here already.
    public init(_ source: any ReplySource, after pieces: [ReplyChunk] = []) {
        core = StreamCore(source, received: pieces)
    }

    deinit {
        core.end(.abandoned)
    }

    /// The next piece, nil after the last.
    public func next() async throws -> ReplyChunk? {
        try await core.next()
    }

    /// Reads to the end. What cuts it is thrown, with the text so far.
    func collect() async throws -> Completion {
        core.isCollected()
        do {
            while try await core.next() != nil {}
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
