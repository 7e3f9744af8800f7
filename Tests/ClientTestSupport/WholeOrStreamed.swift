package import LadderHTTP
import LadderTesting

/// A transport that answers as the request asks: with JSON or with events.
package struct WholeOrStreamed: HTTPTransport {
    private let whole: String
    private let events: String
    private let pieceLength: Int

    package init(whole: String, events: String, splitEvery pieceLength: Int = 11) {
        self.whole = whole
        self.events = events
        self.pieceLength = pieceLength
    }

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let isStreamed = request.headers["accept"] == "text/event-stream"
        let response =
            isStreamed
            ? ScriptedHTTPResponse(events: events, splitEvery: pieceLength) : ScriptedHTTPResponse(json: whole)
        return try await ScriptedTransport([response]).send(request)
    }
}
