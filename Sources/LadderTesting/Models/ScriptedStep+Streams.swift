public import LadderCore

extension ScriptedStep {
    /// What a scripted stream does after its last piece.
    public enum StreamEnd: Sendable {
        /// Ends with a finish reason, usually `.stop`.
        case finished(FinishReason)
        /// Breaks off with an error.
        case cut(any Error)
        /// Sends nothing more, without an end.
        case stall
    }

    /// Answers with these pieces, the first after `latency`, each further one after `pause`.
    public static func stream(
        _ texts: [String],
        every pause: Duration = .milliseconds(20),
        firstAfter latency: Duration = .zero,
        then end: StreamEnd = .finished(.stop)
    ) -> ScriptedStep {
        stream(texts.map(ReplyChunk.text), every: pause, firstAfter: latency, then: end)
    }

    /// Answers with these pieces, which may be text or parts of tool calls.
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

    /// Sends "tok " this many times, then breaks off with an error.
    ///
    /// Where a whole answer is asked of the model, it throws the error alone, without a text.
    public static func cut(
        after count: Int,
        _ kind: ChatError.Kind = .server,
        every pause: Duration = .milliseconds(20),
        firstAfter latency: Duration = .zero
    ) -> ScriptedStep {
        stream(tokens(count), every: pause, firstAfter: latency, then: .cut(ChatError(kind)))
    }

    /// Sends "tok " this many times, then nothing more, without an end.
    public static func stallAfter(
        _ count: Int, every pause: Duration = .milliseconds(20), firstAfter latency: Duration = .zero
    ) -> ScriptedStep {
        stream(tokens(count), every: pause, firstAfter: latency, then: .stall)
    }

    private static func tokens(_ count: Int) -> [String] {
        Array(repeating: "tok ", count: max(0, count))
    }
}
