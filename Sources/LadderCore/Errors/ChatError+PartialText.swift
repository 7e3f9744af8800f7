extension ChatError {
    /// Creates the error that cut an answer, from its finish reason.
    init(cut: FinishReason.Cut) {
        switch cut {
        case .error(let kind): self.init(kind)
        case .readerTooSlow: self.init(.timedOut(.reader))
        }
    }

    /// The finish reason of the cut answer whose text this error carries.
    var cut: FinishReason.Cut {
        let kind = partialKind ?? kind
        return kind == .timedOut(.reader) ? .readerTooSlow : .error(kind)
    }

    /// Returns the same error, with the model of the reply whose text it carries.
    func withTextOf(_ reply: Reply) -> ChatError {
        guard partialText != nil else { return self }
        var error = self
        error.partialModel = reply.model
        return error
    }

    /// Returns the same error with the text, and what belongs to it, of an earlier error of the same call, unless it
    /// has a text of its own.
    package func keepingPartialText(of earlier: ChatError?) -> ChatError {
        guard let earlier, earlier.partialText != nil, partialText == nil else { return self }
        var error = self
        error.partialText = earlier.partialText
        error.partialLevel = earlier.partialLevel
        error.partialModel = earlier.partialModel
        error.partialKind = earlier.partialKind ?? earlier.kind
        error.usage = earlier.usage
        return error
    }

    /// Returns the same error without the text of the answer and what belongs to it.
    package func withoutPartialText() -> ChatError {
        var error = self
        error.partialText = nil
        error.partialLevel = nil
        error.partialModel = nil
        error.partialKind = nil
        return error
    }

    /// Returns the same error as one of a model that was being asked.
    func duringAttempt(at target: String) -> ChatError {
        var error = self
        error.occurredDuringAttempt = true
        error.stage = "model"
        error.target = target
        return error
    }
}
