import LadderCore
import LadderJSON

/// A writer of the events of one answer in one form.
protocol ServedEventWriter: Sendable {
    mutating func start() -> [UInt8]
    mutating func write(_ chunk: ReplyChunk) -> [UInt8]
    mutating func end(_ reason: FinishReason, usage: Usage) -> [UInt8]
    mutating func fail(_ kind: ChatError.Kind) -> [UInt8]
}

/// Returns one event. JSON text has no line breaks of its own, so any text is safe in it.
func servedEvent(_ type: String? = nil, data: JSONValue) -> [UInt8] {
    Array((type.map { "event: \($0)\n" } ?? "").utf8) + Array("data: \(data.text)\n\n".utf8)
}
