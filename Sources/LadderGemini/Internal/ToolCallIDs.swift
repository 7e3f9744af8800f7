import LadderCore

/// Identifiers for tool calls that Gemini sends without one.
///
/// They depend on the conversation alone, and no other call of the conversation has them: other providers, which may be
/// asked next, refuse repeated identifiers.
struct ToolCallIDs {
    private static let prefix = "gemini_call_"

    private var taken: Set<String>
    private var next: Int

    init(after request: ChatRequest) {
        let ids = request.messages.flatMap { $0.content.toolCalls.map(\.id) }
        taken = Set(ids)
        next = ids.count + 1
    }

    /// Returns the provider's identifier where it is new, else one of our own.
    mutating func id(given: String?) -> String {
        if let given, !given.isEmpty, taken.insert(given).inserted { return given }
        while !taken.insert(Self.prefix + "\(next)").inserted { next += 1 }
        return Self.prefix + "\(next)"
    }

    /// Whether an identifier is one of our own, which Gemini has not given and does not get.
    static func isOwn(_ id: String) -> Bool { id.hasPrefix(prefix) }
}
