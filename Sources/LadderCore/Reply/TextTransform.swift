/// A type that changes the text of an answer piece by piece. It may hold text back until more has come.
///
/// Use it with ``Next/callAsFunction(_:_:transformingText:)``:
///
/// ```swift
/// /// Removes everything between angle brackets, wherever the pieces are cut.
/// struct WithoutTags: TextTransform {
///     private var isInTag = false
///
///     mutating func transform(_ piece: String) -> String {
///         piece.filter { character in
///             if character == "<" { isInTag = true }
///             defer { if character == ">" { isInTag = false } }
///             return !isInTag
///         }
///     }
///
///     mutating func finish() -> String {
///         isInTag = false
///         return ""
///     }
/// }
/// ```
///
/// The resulting text must not depend on where the pieces are cut. Each answer gets a transform of its own, which is
/// called by one task at a time.
public protocol TextTransform: Sendable {
    /// Returns the text to hand on for the next piece. It is empty while everything is held back.
    mutating func transform(_ piece: String) -> String

    /// Returns the text that was held back, and returns to the initial state.
    ///
    /// It is called after text: at the end of the answer, also where the answer was cut, and before a tool call.
    mutating func finish() -> String
}

extension Reply {
    /// Returns the reply with its text changed, once the first content of the result is there.
    func transformingText(with transform: some TextTransform) async throws -> Reply {
        var reply = self
        switch body {
        case .whole(let completion):
            var chain = TransformChain(transform)
            reply.body = .whole(chain.change(completion))
        case .live(let live):
            let source = TransformedSource(live, transform: transform)
            reply.body = .live(LiveReply(source, after: try await source.firstPieces()))
        }
        return reply
    }
}

extension ChatError {
    /// Returns the same error with its text, and that of every error beneath it, changed. Nil removes a text.
    func mappingPartialText(_ change: (String) -> String?) -> ChatError {
        var error = self
        if let text = partialText {
            if let changed = change(text) { error.partialText = changed } else { error = error.withoutPartialText() }
        }
        switch chainedCause {
        case let cause as ChatError:
            error.underlying = cause.mappingPartialText(change)
        case let cause as FailureCause:
            error.underlying = FailureCause(
                original: cause.original, earlier: cause.earlier.mappingPartialText(change))
        default: break
        }
        return error
    }
}
