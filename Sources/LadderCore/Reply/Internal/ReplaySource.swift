/// The source of a stream that replays a whole answer: all its pieces are handed to the reader before it is asked.
final class ReplaySource: ReplySource {
    static let empty = ReplaySource()

    func next() async throws -> ReplyChunk? { nil }

    /// Returns the pieces of a whole answer, with one for each text.
    static func chunks(of completion: Completion) -> [ReplyChunk] {
        completion.chunks { CollectionOfOne($0) } + [
            .finished(completion.finishReason, usage: completion.usage, metadata: completion.metadata)
        ]
    }
}
