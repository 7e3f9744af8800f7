import LadderCore

extension ChatRequest {
    /// Returns the fields in which this request differs from a recorded one, with their values where they hold no prompt.
    func differences(from recorded: ChatRequest) -> [String] {
        let counts = [
            difference(in: "model", at: \.model, from: recorded),
            difference(in: "the number of messages", at: \.messages.count, from: recorded),
        ]
        let messages = zip(self.messages, recorded.messages).enumerated().map { index, pair in
            pair.0 == pair.1 ? nil : "messages[\(index)]"
        }
        let rest = [
            difference(in: "temperature", at: \.options.temperature, from: recorded),
            difference(in: "topP", at: \.options.topP, from: recorded),
            difference(in: "maximumResponseTokens", at: \.options.maximumResponseTokens, from: recorded),
            difference(in: "stopSequences", at: \.options.stopSequences, from: recorded, showsValues: false),
            difference(in: "seed", at: \.options.seed, from: recorded),
            difference(in: "reasoningEffort", at: \.options.reasoningEffort?.rawValue, from: recorded),
            difference(in: "toolChoice", at: \.options.toolChoice, from: recorded, showsValues: false),
            difference(in: "extra", at: \.options.extra, from: recorded, showsValues: false),
            difference(in: "tools", at: \.tools, from: recorded, showsValues: false),
            difference(in: "responseFormat", at: \.responseFormat, from: recorded, showsValues: false),
        ]
        return (counts + messages + rest).compactMap { $0 }
    }

    /// Returns the name of a field, and its two values, where they differ.
    private func difference<Value: Equatable>(
        in name: String, at field: KeyPath<ChatRequest, Value>, from recorded: ChatRequest, showsValues: Bool = true
    ) -> String? {
        let (own, other) = (self[keyPath: field], recorded[keyPath: field])
        if own == other { return nil }
        return showsValues ? "\(name) (\(Self.text(of: own)), recorded \(Self.text(of: other)))" : name
    }

    private static func text(of value: some Equatable) -> String {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return "\(value)" }
        return mirror.children.first.map { "\($0.value)" } ?? "none"
    }
}
