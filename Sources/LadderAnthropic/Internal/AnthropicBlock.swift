import LadderCore
import LadderJSON

/// A content block of an answer, complete or still being streamed.
struct AnthropicBlock: Hashable, Sendable {
    /// What the block is.
    enum Kind: Hashable, Sendable {
        case text
        case thinking
        case redactedThinking
        /// A call of a tool: `index` counts the calls of the answer, `input` came with the start of the block.
        case toolCall(index: Int, input: JSONValue?)
        /// A block of a type that Ladder does not know, such as one of the provider's own tools.
        case unknown
    }

    let kind: Kind
    /// The thinking so far.
    var text = ""
    /// The signature so far; of hidden thinking its encrypted bytes.
    var signature = ""
    /// Whether a piece of a call's arguments has come.
    var hasArguments = false

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// Creates a block of thinking; nil for a block of another type.
    init?(thinking json: JSONValue) {
        switch json["type"]?.string {
        case "thinking":
            self.init(.thinking)
            text = json["thinking"]?.string ?? ""
            signature = json["signature"]?.string ?? ""
        case "redacted_thinking":
            self.init(.redactedThinking)
            signature = json["data"]?.string ?? ""
        default: return nil
        }
    }

    /// The reasoning part of a block of thinking; nil for other blocks, and for one with nothing in it.
    func reasoning(model: String) -> ContentPart? {
        let bytes = Array(signature.utf8)
        switch kind {
        case .thinking where !text.isEmpty || !bytes.isEmpty:
            return .reasoning(ReasoningContent(text: text, opaqueBytes: bytes, model: model))
        case .redactedThinking where !bytes.isEmpty:
            return .reasoning(ReasoningContent(opaqueBytes: bytes, model: model))
        case .text, .thinking, .redactedThinking, .toolCall, .unknown:
            return nil
        }
    }
}
