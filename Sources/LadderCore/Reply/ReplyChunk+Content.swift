extension ReplyChunk {
    /// The text of the answer in this piece, or nil where it is none. Layers that change text change all of it.
    package var text: String? {
        switch self {
        case .text(let text), .part(.text(let text)): text
        case .toolCall, .part, .finished: nil
        }
    }

    /// Whether the piece says nothing, such as one that only keeps the connection alive.
    package var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .toolCall(let delta): delta.isEmpty
        case .part(.text(let text)): text.isEmpty
        case .part, .finished: false
        }
    }

    /// Whether an answer begins with this piece: text, a tool call, a picture or a file, but not reasoning.
    package var isContent: Bool {
        switch self {
        case .text, .toolCall: !isEmpty
        case .part(.reasoning), .finished: false
        case .part: !isEmpty
        }
    }

    /// The words in this piece that the model wrote, by which tokens are estimated.
    package var writtenText: String {
        switch self {
        case .text(let text), .part(.text(let text)): text
        case .toolCall(let delta): (delta.name ?? "") + delta.arguments
        case .part(.toolCall(let call)): call.name + call.arguments
        case .part(.reasoning(let reasoning)): reasoning.text ?? ""
        case .part, .finished: ""
        }
    }
}
