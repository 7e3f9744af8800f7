import LadderCore
import LadderHTTP
import LadderJSON

/// Reads the JSON of an answer: a whole one, or one piece of a stream after another.
struct GeminiAnswerReader {
    /// The reason of the end; nil as long as the provider has named none.
    private(set) var ending: GeminiFinish?
    private(set) var usage: Usage?
    private(set) var hasCandidate = false
    /// The failure that the finish reason names. What came before it is still part of the answer.
    private(set) var failure: ChatError?
    private var responseID: String?
    private let model: String
    private var ids: ToolCallIDs
    private var calls = 0
    /// The thought that is still coming.
    private var thought = ""

    init(for request: ChatRequest) {
        model = request.model
        ids = ToolCallIDs(after: request)
    }

    var finishReason: FinishReason? {
        guard case .ends(let reason) = ending else { return nil }
        return reason == .stop && calls > 0 ? .toolCalls : reason
    }

    var metadata: ReplyMetadata? { responseID.map { ReplyMetadata(requestID: $0) } }

    /// Reads a response object.
    ///
    /// - Throws: `ChatError` for a blocked prompt and for parts of another form.
    mutating func read(_ json: JSONValue) throws(ChatError) -> EventReading {
        guard json.object != nil else { throw ChatError(.invalidOutput, message: "the answer is no JSON object") }
        usage = json["usageMetadata"].flatMap { Usage(gemini: $0) } ?? usage
        responseID = json["responseId"]?.string ?? responseID
        guard let candidate = json["candidates"]?[0] else {
            if let reason = json["promptFeedback"]?["blockReason"]?.string {
                throw error(.contentFiltered, code: reason, sentence: nil)
            }
            return .nothing
        }
        hasCandidate = true
        var reading = EventReading()
        for part in candidate["content"]?["parts"]?.array ?? [] {
            try read(part: part, into: &reading)
        }
        if let reason = candidate["finishReason"]?.string {
            let finish = GeminiFinish(named: reason)
            if case .fails(let kind) = finish {
                failure = error(kind, code: reason, sentence: candidate["finishMessage"]?.string)
            }
            ending = finish
        }
        return reading
    }

    /// Returns the thought that was still coming when the answer ended.
    mutating func rest() -> [ReplyChunk] {
        defer { thought = "" }
        return thought.isEmpty ? [] : [.part(.reasoning(ReasoningContent(text: thought, model: model)))]
    }

    private mutating func read(part: JSONValue, into reading: inout EventReading) throws(ChatError) {
        let signature = part["thoughtSignature"]?.string.map { Array($0.utf8) } ?? []
        if part["thought"]?.bool == true {
            reading.isProgress = true
            thought += part["text"]?.string ?? ""
            guard !signature.isEmpty else { return }
            let text = thought.isEmpty ? nil : thought
            thought = ""
            reading.chunks.append(
                .part(.reasoning(ReasoningContent(text: text, opaqueBytes: signature, model: model))))
            return
        }
        // An empty part between two thoughts does not part them.
        if part["text"]?.string == "", signature.isEmpty { return }
        reading.chunks += rest()
        if let call = part["functionCall"] {
            reading.chunks.append(.toolCall(try delta(of: call, signature: signature)))
            return
        }
        if let text = part["text"]?.string, !text.isEmpty { reading.chunks.append(.text(text)) }
        if let media = try GeminiMedia.part(from: part) { reading.chunks.append(.part(media)) }
        if !signature.isEmpty {
            reading.chunks.append(.part(.reasoning(ReasoningContent(opaqueBytes: signature, model: model))))
        }
    }

    private mutating func delta(of call: JSONValue, signature: [UInt8]) throws(ChatError) -> ToolCallDelta {
        guard let name = call["name"]?.string, !name.isEmpty else {
            throw ChatError(.invalidOutput, message: "a tool call has no name", usage: usage)
        }
        let arguments = call["args"] ?? [:]
        guard arguments.object != nil || arguments.isNull else {
            throw ChatError(.invalidOutput, message: "the arguments of a tool call are no JSON object", usage: usage)
        }
        defer { calls += 1 }
        return ToolCallDelta(
            index: calls, id: ids.id(given: call["id"]?.string), name: name,
            arguments: arguments.isNull ? "{}" : arguments.text,
            signature: signature.isEmpty ? nil : ModelSignature(bytes: signature, model: model))
    }

    private func error(_ kind: ChatError.Kind, code: String, sentence: String?) -> ChatError {
        var error = ChatError(kind, usage: usage)
        error.status = 200
        error.providerCode = String(code.prefix(64))
        error.providerMessage = sentence.map { String($0.prefix(2_000)) }
        error.requestID = responseID
        return error
    }
}
