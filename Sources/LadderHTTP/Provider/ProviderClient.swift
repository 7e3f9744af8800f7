package import LadderCore
import LadderJSON
import LadderWire

/// The part that all clients of providers share: it sends a written request and reads what comes back.
package struct ProviderClient<Format: ProviderFormat>: Sendable {
    /// The logical name of the model.
    package let name: String
    /// The wire format.
    package let format: Format
    /// The URL that paths are added to, without a slash at its end.
    package let baseURL: String
    /// The key.
    package let key: APIKey
    /// The header field that holds the key, and the text before it: `authorization` and `Bearer `.
    package let keyField: (name: String, prefix: String)
    /// Header fields of every request.
    package let headers: [String: String]
    /// The way to send requests.
    package let transport: any HTTPTransport
    private let refused = RefusedParameters()

    package init(
        name: String, format: Format, baseURL: String, key: APIKey, keyField: (name: String, prefix: String),
        headers: [String: String], transport: any HTTPTransport
    ) {
        self.name = name
        self.format = format
        self.baseURL = String(baseURL.reversed().drop { $0 == "/" }.reversed())
        self.key = key
        self.keyField = keyField
        self.headers = headers
        self.transport = transport
    }

    /// Asks the provider once, for a whole or a streamed answer.
    package func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let target = context.targetID(for: request)
        let asked = ProviderRequest(
            request, modelID: context.target?.modelID ?? request.model, isStreamed: context.delivery == .streamed,
            omitted: refused.parameters(of: target))
        let written = try format.write(asked)
        for note in written.notes { context.note(.noted, by: "model", reason: note) }
        let keyValue = try await key.value(on: context.runtime)
        let response = try await transport.send(httpRequest(written, key: keyValue, streamed: asked.isStreamed))
        guard (200..<300).contains(response.status) else {
            throw try await failure(response, asked: asked, target: target, key: keyValue, context: context)
        }
        let metadata = ReplyMetadata(headers: response.headers, runtime: context.runtime)
        switch response.contentType {
        case "text/event-stream" where asked.isStreamed:
            let source = EventReplySource(
                response.body, reader: format.makeReader(for: asked), metadata: metadata, context: context)
            return try await .live(model: name, from: source, metadata: metadata)
        case "application/json", nil:
            return Reply(model: name, try await completion(response, asked: asked, metadata: metadata))
        case let other?:
            throw ChatError(.invalidOutput, message: "the answer is of the type \(other.prefix(80))")
        }
    }

    private func httpRequest(_ written: WrittenRequest, key: String?, streamed: Bool) -> HTTPRequest {
        var fields = [
            "content-type": "application/json", "accept": streamed ? "text/event-stream" : "application/json",
        ]
        fields.merge(headers) { _, own in own }
        fields.merge(written.headers) { _, own in own }
        if let key { fields[keyField.name] = keyField.prefix + key }
        return HTTPRequest(url: baseURL + written.path, headers: fields, body: written.bytes)
    }

    private func completion(
        _ response: HTTPResponse, asked: ProviderRequest, metadata: ReplyMetadata
    ) async throws -> Completion {
        let bytes = try await response.body.collect(atMost: Self.largestBody)
        guard !bytes.isEmpty else { throw ChatError(.invalidOutput, message: "the answer is empty") }
        var completion = try format.completion(from: try JSONValue(parsing: bytes), for: asked)
        completion.metadata = metadata.adding(completion.metadata)
        return completion
    }

    /// Returns the error of a response that is not a success, and remembers a parameter that was refused.
    private func failure(
        _ response: HTTPResponse, asked: ProviderRequest, target: String, key: String?, context: CallContext
    ) async throws -> ChatError {
        let body = try await response.body.beginning(atMost: Self.largestErrorBody)
        var error = ChatError(
            status: response.status, headers: response.headers, body: body, runtime: context.runtime)
        if error.kind == .unauthorized { self.key.wasRefused(key) }
        if error.kind == .invalidRequest,
            let parameter = format.refusedParameter(in: error, body: try? JSONValue(parsing: body)),
            refused.remember(parameter, of: target)
        {
            context.note(.noted, by: "model", reason: "the provider refuses \(parameter.prefix(80))")
            error.asksAgain = true
        }
        return error
    }

    private static var largestBody: Int { 64 << 20 }
    private static var largestErrorBody: Int { 1 << 20 }
}

extension HTTPResponse {
    /// The media type without its parameters, in lower case.
    fileprivate var contentType: String? {
        headers["content-type"].map { String($0.prefix { $0 != ";" }).lowercased().filter { $0 != " " } }
    }
}

extension HTTPBody {
    /// Returns the body up to a limit. What comes after a broken connection or the limit is left out: of an error every
    /// part is better than none.
    fileprivate func beginning(atMost limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            while bytes.count < limit, let piece = try await next() { bytes += piece.prefix(limit - bytes.count) }
        } catch is ChatError {
            return bytes
        }
        return bytes
    }
}
