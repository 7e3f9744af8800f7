extension Next {
    /// Asks the inner layers and changes every piece of text that comes back.
    ///
    /// It reaches the text of whole answers, of streamed ones piece by piece, and of answers that were cut. The result
    /// must not depend on where the pieces are cut; use ``callAsFunction(_:_:transformingText:)`` where it would. A
    /// piece can end inside a `Character`, before a combining mark, so the closure maps Unicode scalars.
    ///
    /// ```swift
    /// struct PlainQuotes: Middleware {
    ///     func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
    ///         try await next(request, context, mappingText: { text in
    ///             let scalars = text.unicodeScalars.map { "“”„".unicodeScalars.contains($0) ? "\"" : $0 }
    ///             return String(String.UnicodeScalarView(scalars))
    ///         })
    ///     }
    /// }
    /// ```
    public func callAsFunction(
        _ request: ChatRequest, _ context: CallContext, mappingText change: @escaping @Sendable (String) -> String
    ) async throws -> Reply {
        try await self(request, context, transformingText: { MappedText(change: change) })
    }

    /// Asks the inner layers and changes the text that comes back with a transform that gets all of it in order.
    ///
    /// A transform may hold text back, for instance what may still become an e-mail address. It reaches the text of
    /// whole answers, of streamed ones, and of answers that were cut; deadline, token counts and endings stay as they
    /// are.
    ///
    /// - Parameters:
    ///   - request: The request for the inner layers.
    ///   - context: The context for the inner layers.
    ///   - makeTransform: Makes a fresh transform. It is called once for every answer, and for every text of an error.
    public func callAsFunction(
        _ request: ChatRequest, _ context: CallContext,
        transformingText makeTransform: @escaping @Sendable () -> some TextTransform
    ) async throws -> Reply {
        let reply: Reply
        do {
            reply = try await self(request, context)
        } catch {
            throw TransformChain(makeTransform()).changed(error)
        }
        return try await reply.transformingText(with: makeTransform())
    }

    /// Asks the inner layers, waits for the whole answer, and lets a closure check or change it.
    ///
    /// The closure also gets what was received of an answer that was cut, with finish reason `partial`. Where it throws
    /// for such a text, the text is removed from the error of the cut, which is thrown as before. For a complete answer
    /// its error is thrown before any content has passed, so outer layers can recover from it. A caller that wants a
    /// stream gets the answer in one piece.
    ///
    /// ```swift
    /// struct NoKeys: Middleware {
    ///     func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
    ///         try await next(request, context, reviewing: { answer in
    ///             guard !answer.text.contains("sk-") else {
    ///                 throw ChatError(.invalidOutput, message: "the answer shows a key")
    ///             }
    ///             return answer
    ///         })
    ///     }
    /// }
    /// ```
    public func callAsFunction(
        _ request: ChatRequest, _ context: CallContext, reviewing review: (Completion) throws -> Completion
    ) async throws -> Reply {
        let reply: Reply
        let completion: Completion
        do {
            reply = try await self(request, context)
            completion = try await reply.collect()
        } catch let error as ChatError {
            throw error.mappingPartialText { text in
                (try? review(Completion(text, finishReason: .partial(error.cut))))?.text
            }
        }
        return reply.replacing(with: try review(completion))
    }
}

/// A transform that changes every piece of text by itself.
private struct MappedText: TextTransform {
    let change: @Sendable (String) -> String

    mutating func transform(_ piece: String) -> String { change(piece) }

    mutating func finish() -> String { "" }
}
