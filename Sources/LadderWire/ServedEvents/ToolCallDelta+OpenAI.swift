package import LadderCore
package import LadderJSON

extension ToolCallDelta {
    /// The piece of a tool call as chunks of OpenAI's chat completions contain it.
    package var openAIForm: JSONValue {
        var function: [String: JSONValue] = ["arguments": .string(arguments)]
        function["name"] = name.map { .string($0) }
        var call: [String: JSONValue] = ["index": .integer(index), "function": .object(function)]
        if let id {
            call["id"] = .string(id)
            call["type"] = "function"
        }
        return .object(call)
    }
}
