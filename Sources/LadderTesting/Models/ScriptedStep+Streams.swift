public import LadderCore

extension ScriptedStep {
    /// How a scripted stream ends.
    public enum StreamEnd: Sendable {
        /// As it should.
        case finished(FinishReason)
        /// It breaks off with an error.
        case cut(any Error)
        /// It falls silent for ever, without an end.
        case stall
    }

    /// Answers with these pieces, the first after `latency`, each next one after `pause`.
    public static func stream(
        _ texts: [String],
        every pause: Duration = .milliseconds(20),
        firstAfter latency: Duration = .zero,
        then end: StreamEnd = .finished(.stop)
    ) -> ScriptedStep {
        stream(texts.map(ReplyChunk.text), every: pause, firstAfter: latency, then: end)
    }

    /// Answers with these pieces: text, or parts of tool calls.
    public static func stream(
        _ chunks: [ReplyChunk],
        every pause: Duration = .milliseconds(20),
        firstAfter latency: Duration = .zero,
        then end: StreamEnd = .finished(.stop)
    ) -> ScriptedStep {
        var step = ScriptedStep(ending: .silence, firstAfter: latency)
        switch end {
        case .finished(let reason): step.ending = .finished(reason, metadata: nil)
        case .cut(let error): step.ending = .thrown(error)
        case .stall: step.ending = .silence
        }
        step.chunks = chunks
        step.pauses = [pause]
        return step
    }

    /// Says "tok " this many times, then breaks off with an error. Whoever wants a whole answer gets only the error.
    public static func cut(
        after count: Int,
        _ kind: ChatError.Kind = .server,
        every pause: Duration = .milliseconds(20),
        firstAfter latency: Duration = .zero
    ) -> ScriptedStep {
        stream(tokens(count), every: pause, firstAfter: latency, then: .cut(ChatError(kind)))
    }

    /// Says "tok " this many times, then falls silent for ever.
    public static func stallAfter(
        _ count: Int, every pause: Duration = .milliseconds(20), firstAfter latency: Duration = .zero
    ) -> ScriptedStep {
        stream(tokens(count), every: pause, firstAfter: latency, then: .stall)
    }

    private static func tokens(_ count: Int) -> [String] {
        Array(repeating: "tok ", count: max(0, count))
    }
}
