import LadderCore

extension ChatError {
    /// Returns this error with the text of an earlier, cut attempt, and the usage of that text, if it has no text of its own.
    func keepingPartialText(of earlier: ChatError) -> ChatError {
        guard partialText == nil else { return self }
        var error = self
        error.partialText = earlier.partialText
        error.partialLevel = earlier.partialLevel
        error.partialModel = earlier.partialModel
        error.partialKind = earlier.partialKind ?? earlier.kind
        error.usage = earlier.usage
        return error
    }
}
