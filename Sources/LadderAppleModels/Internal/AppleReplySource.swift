#if canImport(FoundationModels)
import FoundationModels
import LadderCore

/// The pieces of an answer of the on-device model, which hands over the whole text so far each time.
@available(macOS 26.0, iOS 26.0, visionOS 26.0, *)
@available(tvOS, unavailable)
@available(watchOS, unavailable)
final class AppleReplySource: ReplySource, @unchecked Sendable {
    // Safe because a source is read by one task at a time and this state is touched in `next` only.
    private var iterator: LanguageModelSession.ResponseStream<String>.AsyncIterator
    private var sent = ""
    private var isOver = false
    private let session: LanguageModelSession

    init(_ stream: LanguageModelSession.ResponseStream<String>, of session: LanguageModelSession) {
        iterator = stream.makeAsyncIterator()
        self.session = session
    }

    func next() async throws -> ReplyChunk? {
        if isOver { return nil }
        do {
            while let snapshot = try await iterator.next() {
                guard snapshot.content.hasPrefix(sent) else {
                    throw ChatError(.invalidOutput, message: "the on-device model changed text that was sent")
                }
                let piece = snapshot.content.dropFirst(sent.count)
                sent = snapshot.content
                if !piece.isEmpty { return .text(String(piece)) }
            }
            isOver = true
            return .finished(.stop)
        } catch {
            throw ChatError(onDevice: error)
        }
    }
}
#endif
