package import LadderCore
import LadderJSON
import LadderWire

/// The part that all clients of providers share: it sends a written request and reads what comes back.
package struct ProviderClient<Format: ProviderFormat>: Sendable {
    /// The logical name of the model.
    package let name: String
    /// The wire format.
    package let format: Format
    private let endpoint: ProviderEndpoint
    private let refused = RefusedParameters()

    package init(name: String, format: Format, endpoint: ProviderEndpoint) {
        self.name = name
        self.format = format
        self.endpoint = endpoint
    }

    /// Asks the provider once, for a whole or a streamed answer.
    package func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let target = context.targetID(for: request)
        let asked = ProviderRequest(
            request, modelID: context.target?.modelID ?? request.model, isStreamed: context.delivery == .streamed,
            omitted: refused.parameters(of: target))
        let written = try format.write(asked)
        for note in written.notes { context.note(.noted, by: "model", reason: note) }
        let response = try await endpoint.send(
            written.bytes, to: written.path, headers: written.headers,
            accepting: asked.isStreamed ? "text/event-stream" : "application/json", on: context.runtime)
        switch response {
        case .success(let response): return try await reply(from: response, to: asked, context: context)
        case .failure(let error, let body): throw learned(error, body: body, of: target, context: context)
        }
    }

    private func reply(
        from response: HTTPResponse, to asked: ProviderRequest, context: CallContext
    ) async throws -> Reply {
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

    private func completion(
        _ response: HTTPResponse, asked: ProviderRequest, metadata: ReplyMetadata
    ) async throws -> Completion {
        let bytes = try await response.body.collect(atMost: Self.largestBody)
        guard !bytes.isEmpty else { throw ChatError(.invalidOutput, message: "the answer is empty") }
        var completion = try format.completion(from: try JSONValue(parsing: bytes), for: asked)
        completion.metadata = metadata.adding(completion.metadata)
        return completion
    }

    /// Remembers a parameter that was refused, and returns the error. It asks for another attempt where that is new.
    private func learned(_ error: ChatError, body: [UInt8], of target: String, context: CallContext) -> ChatError {
        guard error.kind == .invalidRequest,
            let parameter = format.refusedParameter(in: error, body: try? JSONValue(parsing: body)),
            refused.remember(parameter, of: target)
        else { return error }
        context.note(.noted, by: "model", reason: "the provider refuses \(parameter.prefix(80))")
        var error = error
        error.asksAgain = true
        return error
    }

    private static var largestBody: Int { 64 << 20 }
}

extension HTTPResponse {
    /// The media type without its parameters, in lower case.
    fileprivate var contentType: String? {
        headers["content-type"].map { String($0.prefix { $0 != ";" }).lowercased().filter { $0 != " " } }
    }
}
