extension Completion {
    /// Returns the completion with each of its text parts changed by `change`.
    ///
    /// Tool calls, other parts, usage and metadata stay as they are. Reasoning is not changed: a provider refuses
    /// reasoning that does not come back as the model wrote it.
    public func mapText(_ change: (String) throws -> String) rethrows -> Completion {
        var completion = self
        completion.content = try content.map { part in
            if case .text(let text) = part { return .text(try change(text)) }
            return part
        }
        return completion
    }

    /// Returns the completion with `text` instead of its own text.
    ///
    /// The new text stands where the first text part was, or at the end when there was none. Tool calls, other parts,
    /// usage and metadata stay as they are.
    public func replacingText(with text: String) -> Completion {
        var completion = self
        let place = content.firstIndex(where: \.isText) ?? content.endIndex
        completion.content = content[..<place] + [.text(text)] + content[place...].filter { !$0.isText }
        return completion
    }
}

extension ContentPart {
    var isText: Bool {
        if case .text = self { return true }
        return false
    }
}
