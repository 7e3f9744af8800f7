import LadderCore
import LadderHTTP
import LadderJSON
import LadderWire

/// Reads the events of one streamed answer. Of several choices it reads the first.
struct OpenAIEventReader: ProviderEventReader {
    /// The logical name of the model, for the reasoning that it shows.
    private let model: String
    private var reasoning = ""
    private var calls: [OpenAIStreamedCall] = []
    private var usage: Usage?
    private var reason: String?
    private var isRefused = false
    private var raw: [String: JSONValue] = [:]
    private var id: String?

    init(model: String) {
        self.model = model
    }

    mutating func read(_ event: ServerSentEvent) throws -> EventReading {
        let text = event.data.trimmed
        if text.isEmpty { return .nothing }
        if text == "[DONE]" { return EventReading(try finish()) }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw ChatError(.invalidOutput, message: "an event of the stream is no JSON", underlying: error)
        }
        if let error = json["error"], !error.isNull { throw ChatError(status: 200, body: Array(text.utf8)) }
        if event.event == "error" { throw ChatError(status: 200, body: Array(text.utf8)) }
        usage = Usage(openAI: json["usage"]) ?? usage
        id = id ?? json["id"]?.string
        raw.merge(OpenAIEnding.raw(of: json)) { first, _ in first }
        guard let choice = json["choices"]?.array?.first(where: { ($0["index"]?.int ?? 0) == 0 }) else {
            return .nothing
        }
        let reading = try read(choice["delta"] ?? [:])
        if let reason = choice["finish_reason"]?.string, !reason.isEmpty { self.reason = reason }
        return reading
    }

    /// Some servers leave out `[DONE]`. An answer whose reason for its end is known is whole without it.
    mutating func ended() throws -> [ReplyChunk]? {
        reason == nil ? nil : try finish()
    }

    private mutating func read(_ delta: JSONValue) throws -> EventReading {
        var isProgress = false
        if let piece = delta.reasoningText {
            reasoning += piece
            isProgress = true
        }
        if let refusal = delta["refusal"]?.string, !refusal.isEmpty { isRefused = true }
        var chunks: [ReplyChunk] = []
        if let text = delta["content"]?.contentText, !text.isEmpty { chunks.append(.text(text)) }
        for call in delta["tool_calls"]?.array ?? [] {
            if let chunk = try readCall(call) { chunks.append(.toolCall(chunk)) }
        }
        if !chunks.isEmpty { chunks = takeReasoning() + chunks }
        return EventReading(chunks, isProgress: isProgress)
    }

    /// Returns the reasoning so far as a part. It is complete when the answer begins.
    private mutating func takeReasoning() -> [ReplyChunk] {
        guard !reasoning.isEmpty else { return [] }
        defer { reasoning = "" }
        return [.part(.reasoning(ReasoningContent(text: reasoning, model: model)))]
    }

    private mutating func readCall(_ json: JSONValue) throws -> ToolCallDelta? {
        let id = json["id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        let name = json["function"]?["name"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        let arguments = json["function"]?["arguments"]
        let piece = arguments?.string ?? arguments.flatMap { $0.isNull ? nil : $0.text } ?? ""
        if let place = place(of: json["index"]?.int, id: id, name: name) {
            // Some servers repeat id and name with each piece.
            calls[place].hasArguments = calls[place].hasArguments || !piece.isEmpty
            return piece.isEmpty ? nil : ToolCallDelta(index: place, arguments: piece)
        }
        guard let name else { throw ChatError(.invalidOutput, message: "a tool call has no name") }
        guard calls.count < Self.mostCalls else { throw ChatError(.invalidOutput, message: "too many tool calls") }
        let place = calls.count
        calls.append(
            OpenAIStreamedCall(
                number: json["index"]?.int, id: id ?? "call_\(place)", hasArguments: !piece.isEmpty))
        return ToolCallDelta(index: place, id: calls[place].id, name: name, arguments: piece)
    }

    /// Returns the place of the call that a piece belongs to; nil for a new call.
    ///
    /// Some servers number no calls, and some give every call the number 0: a piece with a name and an id of its own
    /// begins a new call. A piece without an id continues the last call of its number. A new id without a name says
    /// nothing, because some servers make one for each piece.
    private func place(of number: Int?, id: String?, name: String?) -> Int? {
        let candidates = calls.indices.filter { number == nil || calls[$0].number == number }
        if let place = candidates.last(where: { calls[$0].id == id }) { return place }
        if id != nil, name != nil { return nil }
        // A whole call without id and number follows another one.
        if number == nil, name != nil { return nil }
        return candidates.last
    }

    private mutating func finish() throws -> [ReplyChunk] {
        var chunks = takeReasoning()
        for (place, call) in calls.enumerated() where !call.hasArguments {
            chunks.append(.toolCall(ToolCallDelta(index: place, arguments: "{}")))
        }
        var ending = try OpenAIEnding.reason(of: reason, hasToolCalls: !calls.isEmpty)
        if isRefused { ending = .filtered }
        chunks.append(.finished(ending, usage: usage, metadata: ReplyMetadata(requestID: id, raw: raw)))
        return chunks
    }

    private static let mostCalls = 128
}

/// A tool call of which pieces have arrived.
struct OpenAIStreamedCall: Sendable {
    /// The provider's number of the call; nil where it gives none.
    let number: Int?
    let id: String
    var hasArguments: Bool
}
