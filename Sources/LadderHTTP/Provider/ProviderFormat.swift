package import LadderCore
package import LadderJSON
package import LadderWire

/// The wire format of one provider: how a request is written, and how answers are read.
///
/// It is a plain value without state; what one stream needs is in its ``ProviderEventReader``. `ProviderClient` does the
/// rest: keys, sending, errors, rate limits, cut streams.
package protocol ProviderFormat: Sendable {
    /// Writes a request. `asked.omitted` are the parameters that this target has refused before.
    ///
    /// - Throws: `ChatError` of the kind `invalidRequest` for what the provider cannot be asked at all.
    func write(_ asked: ProviderRequest) throws -> WrittenRequest

    /// Reads a whole answer.
    ///
    /// - Throws: `ChatError`; `invalidOutput` for JSON of another form.
    func completion(from json: JSONValue, for asked: ProviderRequest) throws -> Completion

    /// Returns a reader for the events of one streamed answer.
    func makeReader(for asked: ProviderRequest) -> any ProviderEventReader

    /// Returns the parameter that an error of status 400 names as unknown or unsupported, if leaving it out or writing it
    /// in another way can help: `temperature`, `max_tokens`.
    func refusedParameter(in error: ChatError, body: JSONValue?) -> String?
}

/// One question, as a client writes it.
package struct ProviderRequest: Sendable {
    /// The request.
    package var request: ChatRequest
    /// The provider's name of the model.
    package var modelID: String
    /// Whether the answer is to be streamed.
    package var isStreamed: Bool
    /// The names of parameters that this target has refused.
    package var omitted: Set<String>

    package init(_ request: ChatRequest, modelID: String, isStreamed: Bool, omitted: Set<String> = []) {
        self.request = request
        self.modelID = modelID
        self.isStreamed = isStreamed
        self.omitted = omitted
    }
}

/// A request in a provider's form.
package struct WrittenRequest: Sendable {
    /// The path behind the base URL, with a query where the provider wants one.
    package var path: String
    /// Header fields beside key and content type.
    package var headers: [String: String]
    /// The body.
    package var body: JSONValue
    /// The schemas in the body whose keys must keep their order, by JSON pointer: `/tools/0/input_schema`.
    ///
    /// A model writes an answer in the order of its schema, and ``body`` does not know it. A pointer to a value that is
    /// no longer the schema, because a field of the caller replaced it, has no effect.
    package var schemas: [String: JSONSchema]
    /// What was left out because the model refuses it, as sentences for the trace. Never text of the prompt.
    package var notes: [String]

    package init(
        path: String, headers: [String: String] = [:], body: JSONValue, schemas: [String: JSONSchema] = [:],
        notes: [String] = []
    ) {
        self.path = path
        self.headers = headers
        self.body = body
        self.schemas = schemas
        self.notes = notes
    }
}

/// The reader of the events of one streamed answer.
package protocol ProviderEventReader: Sendable {
    /// Reads one event.
    ///
    /// - Throws: `ChatError`: `ChatError(status: 200, body:)` for an event that is an error, `invalidOutput` for data of
    ///   another form.
    mutating func read(_ event: ServerSentEvent) throws -> EventReading

    /// Returns the last pieces when the connection ends without a mark of the end; nil if the answer was cut.
    mutating func ended() throws -> [ReplyChunk]?
}

/// What one event of a stream means.
package struct EventReading: Sendable {
    /// The pieces of the answer; `.finished` is the last.
    package var chunks: [ReplyChunk]
    /// Whether the event shows that the model works, such as a piece of its thinking. Pings do not.
    package var isProgress: Bool

    package init(_ chunks: [ReplyChunk] = [], isProgress: Bool = false) {
        self.chunks = chunks
        self.isProgress = isProgress
    }

    /// An event that says nothing.
    package static let nothing = EventReading()
}
