package import LadderCore
package import LadderWire

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
