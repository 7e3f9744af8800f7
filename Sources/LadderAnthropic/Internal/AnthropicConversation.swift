import LadderCore
import LadderJSON

/// A conversation in Anthropic's form: the system prompt apart, and messages of two roles.
struct AnthropicConversation {
    /// The texts of the system messages, joined; nil where there are none.
    private(set) var system: String?
    /// The messages; two of one role never follow each other.
    private(set) var messages: [(role: String, blocks: [JSONValue])] = []
    /// What was left out or moved, for the trace.
    private(set) var notes: [String] = []

    /// Converts the messages of a request.
    ///
    /// - Throws: `ChatError` of the kind `invalidRequest` where nothing is left to ask.
    init(_ messages: [ChatMessage]) throws {
        var writer = AnthropicContentWriter()
        for message in messages where message.role != .system {
            let blocks = try writer.blocks(of: message)
            guard !blocks.isEmpty else { continue }
            add(blocks, role: message.role == .assistant ? "assistant" : "user")
        }
        guard !self.messages.isEmpty else {
            throw ChatError(.invalidRequest, message: "the request has no message with content")
        }
        orderToolResults()
        trimLastAnswer()
        notes = writer.notes
        addSystem(of: messages)
    }

    /// Adds text to the end of the system prompt.
    mutating func addInstruction(_ text: String) {
        system = system.map { $0 + "\n\n" + text } ?? text
    }

    private mutating func add(_ blocks: [JSONValue], role: String) {
        if messages.last?.role == role {
            messages[messages.count - 1].blocks += blocks
        } else {
            messages.append((role, blocks))
        }
    }

    private mutating func addSystem(of messages: [ChatMessage]) {
        let texts = messages.filter { $0.role == .system }.map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }
        if !texts.isEmpty { system = texts.joined(separator: "\n\n") }
        if let first = messages.firstIndex(where: { $0.role != .system }),
            messages[first...].contains(where: { $0.role == .system })
        {
            notes.append("a system message inside the conversation is moved to its beginning")
        }
    }

    /// Puts the results of tools before other content of the same message, where the provider requires them.
    private mutating func orderToolResults() {
        for index in messages.indices where messages[index].role == "user" {
            let blocks = messages[index].blocks
            let results = blocks.filter { $0["type"] == "tool_result" }
            guard !results.isEmpty else { continue }
            messages[index].blocks = results + blocks.filter { $0["type"] != "tool_result" }
        }
    }

    /// Removes white space at the end of an answer that the model is to continue; the provider refuses it.
    private mutating func trimLastAnswer() {
        guard let last = messages.last, last.role == "assistant", var text = last.blocks.last?["text"]?.string else {
            return
        }
        while text.last?.isWhitespace == true { text.removeLast() }
        messages[messages.count - 1].blocks[last.blocks.count - 1] = ["type": "text", "text": .string(text)]
    }
}
