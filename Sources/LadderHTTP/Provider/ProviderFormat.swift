package import LadderCore
package import LadderJSON

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
