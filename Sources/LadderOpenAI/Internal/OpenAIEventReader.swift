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
        if let piece = (delta["reasoning_content"] ?? delta["reasoning"])?.string, !piece.isEmpty {
            reasoning += piece
            isProgress = true
        }
        if let refusal = delta["refusal"]?.string, !refusal.isEmpty { isRefused = true }
        var chunks: [ReplyChunk] = []
        if let text = delta["content"]?.contentText, !text.isEmpty { chunks.append(.text(text)) }
        for (position, call) in (delta["tool_calls"]?.array ?? []).enumerated() {
            if let chunk = try read(call, position: position) { chunks.append(.toolCall(chunk)) }
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

    private mutating func read(_ json: JSONValue, position: Int) throws -> ToolCallDelta? {
        let id = json["id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        // Some servers number no calls: one with a new id is a new call.
        let number = json["index"]?.int ?? calls.lastIndex { id == nil || $0.id == id } ?? calls.count + position
        let name = json["function"]?["name"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        let arguments = json["function"]?["arguments"]
        let piece = arguments?.string ?? arguments.flatMap { $0.isNull ? nil : $0.text } ?? ""
        if let place = calls.firstIndex(where: { $0.number == number }) {
            // Some servers repeat id and name with each piece.
            calls[place].hasArguments = calls[place].hasArguments || !piece.isEmpty
            return piece.isEmpty ? nil : ToolCallDelta(index: place, arguments: piece)
        }
        guard let name else { throw ChatError(.invalidOutput, message: "a tool call has no name") }
        guard calls.count < Self.mostCalls else { throw ChatError(.invalidOutput, message: "too many tool calls") }
        let place = calls.count
        calls.append(
            OpenAIStreamedCall(number: number, id: id ?? "call_\(place)", hasArguments: !piece.isEmpty))
        return ToolCallDelta(index: place, id: calls[place].id, name: name, arguments: piece)
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
    /// The provider's number of the call.
    let number: Int
    let id: String
    var hasArguments: Bool
}

extension String {
    fileprivate var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
