public import LadderCore
public import LadderHTTP

/// A transport that plays scripted responses and records the requests.
///
/// ```swift
/// let transport = ScriptedTransport([
///     ScriptedHTTPResponse(status: 429, headers: ["retry-after": "1"]),
///     ScriptedHTTPResponse(json: #"{"choices": [{"message": {"content": "Hello"}, "finish_reason": "stop"}]}"#),
/// ])
/// print(transport.requests.count)  // 0
/// ```
///
/// Responses are played in order; the last one is repeated.
public final class ScriptedTransport: HTTPTransport {
    private struct State {
        var responses: [ScriptedHTTPResponse]
        var requests: [HTTPRequest] = []
        var openBodies = 0
    }

    private let runtime: Runtime
    private let state: Locked<State>

    /// Creates a transport that plays responses; their pauses pass on the clock of `runtime`.
    public init(_ responses: [ScriptedHTTPResponse], on runtime: Runtime = .live) {
        self.runtime = runtime
        state = Locked(State(responses: responses))
    }

    /// The requests so far, oldest first. They hold keys and prompts.
    public var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// The number of bodies that are neither read to their end nor released.
    public var openBodies: Int { state.withLock { $0.openBodies } }

    /// Plays the next response.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let response = state.withLock { state -> ScriptedHTTPResponse? in
            state.requests.append(request)
            return state.responses.count > 1 ? state.responses.removeFirst() : state.responses.first
        }
        guard let response else { throw ChatError(.unreachable, message: "no response is scripted") }
        if response.delay > .zero { try await runtime.sleep(for: response.delay) }
        if let failure = response.failure, response.pieces.isEmpty { throw failure }
        state.withLock { $0.openBodies += 1 }
        let body = ScriptedBody(response, on: runtime) { [weak self] in self?.state.withLock { $0.openBodies -= 1 } }
        return HTTPResponse(status: response.status, headers: response.headers, body: body)
    }
}

/// A response that a ``ScriptedTransport`` plays.
public struct ScriptedHTTPResponse: Sendable {
    /// The status code.
    public var status: Int
    /// The header fields.
    public var headers: [String: String]
    /// The pieces of the body.
    public var pieces: [[UInt8]]
    /// The time before the headers.
    public var delay: Duration
    /// The time before each piece of the body.
    public var pause: Duration
    /// What the body throws after its last piece, or the transport where there is no piece; nil for a whole body.
    public var failure: ChatError?

    /// Creates a response.
    public init(
        status: Int = 200, headers: [String: String] = ["content-type": "application/json"], pieces: [[UInt8]] = [],
        delay: Duration = .zero, pause: Duration = .zero, failure: ChatError? = nil
    ) {
        self.status = status
        self.headers = headers
        self.pieces = pieces
        self.delay = delay
        self.pause = pause
        self.failure = failure
    }

    /// Creates a response whose body is this JSON text.
    public init(status: Int = 200, json: String) {
        self.init(status: status, pieces: [Array(json.utf8)])
    }

    /// Creates a response that streams this text as events, split into pieces of so many bytes.
    public init(events: String, splitEvery length: Int = .max, pause: Duration = .zero, failure: ChatError? = nil) {
        let bytes = Array(events.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: max(1, min(length, bytes.count))).map {
            Array(bytes[$0..<min(bytes.count, $0 + min(length, bytes.count))])
        }
        self.init(headers: ["content-type": "text/event-stream"], pieces: pieces, pause: pause, failure: failure)
    }
}

private final class ScriptedBody: HTTPBody {
    private let runtime: Runtime
    private let pause: Duration
    private let failure: ChatError?
    private let pieces: Locked<ArraySlice<[UInt8]>>
    private let closed: @Sendable () -> Void

    init(_ response: ScriptedHTTPResponse, on runtime: Runtime, closed: @escaping @Sendable () -> Void) {
        self.runtime = runtime
        pause = response.pause
        failure = response.failure
        pieces = Locked(response.pieces[...])
        self.closed = closed
    }

    deinit { closed() }

    func next() async throws -> [UInt8]? {
        guard let piece = pieces.withLock({ $0.popFirst() }) else {
            if let failure { throw failure }
            return nil
        }
        if pause > .zero { try await runtime.sleep(for: pause) }
        try Task.checkCancellation()
        return piece
    }
}
