@testable import LadderWire
import LadderCore
import LadderJSON
import LadderTesting
import Testing

/// A runtime on which it is 1 January 2026, 00:00 UTC.
private let runtime = Runtime(Simulation(seed: 1))

private func failure(
    _ status: Int = 429, headers: [String: String] = [:], body: String = ""
) -> ChatError {
    ChatError(status: status, headers: headers, body: body.utf8, runtime: runtime)
}

private let kindsOfStatuses: [(status: Int, kind: ChatError.Kind)] = [
    (400, .invalidRequest), (401, .unauthorized), (402, .quotaExhausted(until: nil)), (403, .unauthorized),
    (404, .invalidRequest), (405, .invalidRequest), (407, .unauthorized), (408, .timedOut(.total)),
    (409, .invalidRequest), (413, .requestTooLarge), (422, .invalidRequest), (424, .server),
    (429, .throttled(retryAfter: nil)), (499, .server), (500, .server), (501, .server), (502, .server),
    (503, .overloaded), (504, .server), (520, .server), (529, .overloaded), (599, .server), (302, .server),
    (0, .server), (-1, .server), (.max, .server), (.min, .server),
]

@Suite struct ChatErrorHTTPTests {
    @Test(arguments: kindsOfStatuses)
    func `a status without a body has this kind`(status: Int, kind: ChatError.Kind) {
        #expect(failure(status).kind == kind)
        #expect(failure(status).status == status)
    }

    @Test func `the shortest use compiles`() {
        #expect(ChatError(status: 429, headers: ["retry-after": "2"], body: []).retryAfter == .seconds(2))
        #expect(ChatError(status: 500, body: [UInt8]()).kind == .server)
    }

    @Test func `the provider's facts are kept, and its sentence stays out of the description`() {
        let body = #"{"error":{"type":"overloaded_error","message":"secret prompt"},"request_id":"req_7"}"#
        let error = failure(529, headers: ["Retry-After": "3"], body: body)
        #expect(error.providerCode == "overloaded_error")
        #expect(error.requestID == "req_7")
        #expect(error.providerMessage == "secret prompt")
        #expect(error.retryAfter == .seconds(3))
        #expect(
            error.description
                == "overloaded: the provider is overloaded"
                + " (status 529, code overloaded_error, request req_7, retry after 3 s)"
        )
    }

    @Test(arguments: ["X-Request-ID", "x-request-id", "Request-Id", "apim-request-id", "x-amzn-RequestId"])
    func `the request's id is found under each name`(name: String) {
        #expect(failure(500, headers: [name: " req_1 "], body: #"{"request_id":"body"}"#).requestID == "req_1")
    }

    @Test(arguments: ["two words", "line\nbreak", "\u{1B}[31m", "é", "", String(repeating: "a", count: 129)])
    func `what is no code and no id never reaches the description`(text: String) {
        let body = JSONValue.object(["error": ["code": .string(text), "message": "m"], "request_id": .string(text)])
        let error = failure(500, headers: ["x-request-id": text], body: body.text)
        #expect(error.requestID == nil)
        #expect(error.providerCode == nil)
        #expect(error.description == "server: the provider failed (status 500)")
    }

    @Test func `the provider's sentence is bounded, and cut between two characters`() throws {
        let long = "a" + String(repeating: "é", count: 5_000)
        let body: JSONValue = ["error": ["message": .string(long)]]
        let json = try #require(failure(500, body: body.text).providerMessage)
        #expect(json.utf8.count == 1_999)
        #expect(long.hasPrefix(json))
        let page = try #require(failure(500, body: String(repeating: "x", count: 9_000)).providerMessage)
        #expect(page.utf8.count == 2_000)
    }

    @Test func `a body above a megabyte is not parsed`() {
        let padding = String(repeating: " ", count: 1 << 20)
        let body = #"{"error":{"code":"insufficient_quota"}}"#
        #expect(failure(429, body: body + padding).kind == .throttled(retryAfter: nil))
        #expect(failure(429, body: body + padding.dropLast(body.utf8.count)).kind == .quotaExhausted(until: nil))
    }

    @Test(arguments: [
        ("true", true), ("TRUE", true), (" true ", true), ("false", false), ("False", false), ("1", nil), ("", nil),
        ("maybe", nil),
    ])
    func `the provider's advice about asking again is kept`(text: String, advice: Bool?) {
        let error = failure(500, headers: ["X-Should-Retry": text])
        #expect(error.providerAdvisesRetry == advice)
        #expect(error.kind == .server)
    }

    @Test func `advice decides whether a refused request is asked again`() {
        #expect(failure(409, headers: ["x-should-retry": "true"]).rules.retry == .afterBackoff)
        #expect(failure(409).rules.retry == .never)
        #expect(failure(500, headers: ["x-should-retry": "false"]).rules.retry == .never)
        let quota = #"{"error":{"code":"insufficient_quota"}}"#
        #expect(failure(429, headers: ["x-should-retry": "true"], body: quota).rules.retry == .never)
    }
}

@Suite struct RetryAfterTests {
    @Test(
        arguments: [
            ("2", .seconds(2)), ("0", .zero), (" 7 ", .seconds(7)), ("1.5", .milliseconds(1_500)),
            ("2678400", .seconds(2_678_400)), ("Thu, 01 Jan 2026 00:00:30 GMT", .seconds(30)),
            ("Thursday, 01-Jan-26 00:01:00 GMT", .seconds(60)), ("Thu, 01 Jan 2026 00:00:00 GMT", .zero),
            ("Sun, 01 Feb 2026 00:00:00 GMT", .seconds(31 * 86_400)),
        ] as [(String, Duration)])
    func `a wait is read`(text: String, wait: Duration) {
        #expect(failure(429, headers: ["retry-after": text]).kind == .throttled(retryAfter: wait))
        #expect(failure(503, headers: ["Retry-After": text]).retryAfter == wait)
    }

    @Test(arguments: [
        "", "-1", "soon", "nan", "inf", "1e3", "0x10", "2678401", "99999999999999999999999999999999999999", "1.2.3",
        ".",
        "Wed, 31 Dec 2025 23:59:59 GMT", "Sun, 01 Feb 2026 00:00:01 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "5 s", "+5",
    ])
    func `an absurd wait counts as absent`(text: String) {
        #expect(failure(429, headers: ["retry-after": text]).kind == .throttled(retryAfter: nil))
        let milliseconds = text == "2678401" ? "2678400001" : text
        #expect(failure(429, headers: ["retry-after-ms": milliseconds, "retry-after": "4"]).retryAfter == .seconds(4))
        let body = #"{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"9s"}]}}"#
        #expect(failure(429, headers: ["retry-after": text], body: body).retryAfter == .seconds(9))
    }

    @Test func `milliseconds win`() {
        #expect(failure(429, headers: ["retry-after": "9", "Retry-After-Ms": "250"]).retryAfter == .milliseconds(250))
        #expect(failure(429, headers: ["retry-after-ms": "0.5"]).retryAfter == .microseconds(500))
    }

    @Test(arguments: ["-5s", "5", "9999999s", "", "soon", "2678401s"])
    func `an absurd delay in the body counts as absent`(text: String) {
        let body = #"{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"\#(text)"}]}}"#
        #expect(failure(429, body: body).kind == .throttled(retryAfter: nil))
    }

    @Test func `an exhausted limit names the wait where nothing else does`() {
        let headers = [
            "x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m0s",
            "x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "2s",
            "x-ratelimit-remaining-images": "5", "x-ratelimit-reset-images": "2h",
        ]
        #expect(failure(429, headers: headers).kind == .throttled(retryAfter: .seconds(60)))
        #expect(failure(429, headers: headers.merging(["retry-after": "1"]) { $1 }).retryAfter == .seconds(1))
        #expect(failure(503, headers: headers).retryAfter == nil)
        let anthropic = [
            "anthropic-ratelimit-tokens-remaining": "0", "anthropic-ratelimit-tokens-reset": "2026-01-01T00:00:12Z",
        ]
        #expect(failure(429, headers: anthropic).retryAfter == .seconds(12))
        let azure = ["x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "0"]
        #expect(failure(429, headers: azure).retryAfter == nil)
    }

    @Test func `a long wait says when a quota is back`() {
        let body = #"{"error":{"code":"insufficient_quota"}}"#
        let noon = WallTime(secondsSince1970: 1_767_225_600 + 12 * 3_600)
        #expect(
            failure(429, headers: ["retry-after": "Thu, 01 Jan 2026 12:00:00 GMT"], body: body).kind
                == .quotaExhausted(until: noon))
        #expect(failure(429, headers: ["retry-after": "599"], body: body).kind == .quotaExhausted(until: nil))
        #expect(failure(402, headers: ["retry-after": "43200"]).kind == .quotaExhausted(until: noon))
    }
}
