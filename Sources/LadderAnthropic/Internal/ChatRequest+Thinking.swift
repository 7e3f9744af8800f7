import LadderCore

extension ChatRequest {
    /// The number of bytes in the texts of the conversation. Two of them are at least a token.
    var textBytes: Int {
        messages.reduce(0) { sum, message in
            message.content.reduce(sum) { sum, part in
                switch part {
                case .text(let text): sum + text.utf8.count
                case .toolResult(let result): sum + result.text.utf8.count
                case .toolCall(let call): sum + call.arguments.utf8.count
                case .reasoning(let reasoning): sum + reasoning.opaqueBytes.count
                case .image, .file: sum
                }
            }
        }
    }

    /// Whether the conversation ends in results of tools that the model called without thinking, so that a model with a
    /// budget refuses to think now: it expects its thinking before the call.
    var toolLoopLacksThinking: Bool {
        guard let last = messages.last, last.role == .tool,
            let answer = messages.last(where: { $0.role == .assistant })
        else { return false }
        return !answer.content.contains { part in
            if case .reasoning(let reasoning) = part { return !reasoning.opaqueBytes.isEmpty }
            return false
        }
    }
}
