import LadderJSON

/// Marks the part of a prompt that stays the same from one question to the next: three of the four marks that the
/// provider allows.
///
/// The provider caches everything up to a mark, in the order tools, system prompt, messages. So the last tool, the system
/// prompt and the last block before the newest message of the user are marked: a change of a later part leaves the cache
/// of the earlier ones intact.
enum AnthropicPromptCache {
    /// Marks the stable prefix of a body.
    static func mark(_ body: inout [String: JSONValue]) {
        if var tools = body["tools"]?.array, let last = tools.popLast() {
            body["tools"] = .array(tools + [marked(last)])
        }
        if let system = body["system"]?.string {
            body["system"] = [marked(["type": "text", "text": .string(system)])]
        }
        if var messages = body["messages"]?.array, let index = stableEnd(of: messages) {
            messages[index] = markingLastBlock(of: messages[index])
            body["messages"] = .array(messages)
        }
    }

    /// The index of the message before the newest one of the user.
    private static func stableEnd(of messages: [JSONValue]) -> Int? {
        guard let newest = messages.lastIndex(where: { $0["role"] == "user" }), newest > 0 else { return nil }
        return newest - 1
    }

    /// Marks the last block that can be marked: thinking cannot.
    private static func markingLastBlock(of message: JSONValue) -> JSONValue {
        guard var members = message.object, var blocks = members["content"]?.array,
            let index = blocks.lastIndex(where: { $0["type"] != "thinking" && $0["type"] != "redacted_thinking" })
        else { return message }
        blocks[index] = marked(blocks[index])
        members["content"] = .array(blocks)
        return .object(members)
    }

    private static func marked(_ block: JSONValue) -> JSONValue {
        guard var members = block.object else { return block }
        members["cache_control"] = ["type": "ephemeral"]
        return .object(members)
    }
}
