import LadderCore
import LadderTesting
import Testing

@testable import LadderWire

private let runtime = Runtime(Simulation(seed: 1))

/// Codes of the lists that no sample has, because no body with them was at hand.
private let furtherCodes: [(code: String, kind: ChatError.Kind)] = [
    ("organization_spend_limit_exceeded", .quotaExhausted(until: nil)),
    ("organization_usage_limit_exceeded", .quotaExhausted(until: nil)),
    ("billing_hard_limit_reached", .quotaExhausted(until: nil)), ("payment_required", .quotaExhausted(until: nil)),
    ("weight_exceeds_budget", .quotaExhausted(until: nil)), ("openrouter_credits", .quotaExhausted(until: nil)),
    ("openrouter_key_limit", .quotaExhausted(until: nil)),
    ("openrouter_guardrail_budget", .quotaExhausted(until: nil)), ("Arrearage", .quotaExhausted(until: nil)),
    ("context_window_exceeded", .contextTooLong), ("model_context_window_exceeded", .contextTooLong),
    ("content_policy_violation", .contentFiltered), ("invalid_authentication_error", .unauthorized),
    ("UNAUTHENTICATED", .unauthorized), ("team_model_access_denied", .unauthorized),
    ("UnrecognizedClientException", .unauthorized), ("InvalidSignatureException", .unauthorized),
    ("MissingAuthenticationTokenException", .unauthorized), ("server_overloaded", .overloaded),
    ("request_quota_exceeded", .throttled(retryAfter: nil)), ("too_many_requests", .throttled(retryAfter: nil)),
]

@Suite struct ProviderErrorTableTests {
    @Test(arguments: ProviderErrorSample.all)
    func `an error that a provider sends has the kind and the wait that it means`(sample: ProviderErrorSample) {
        let error = ChatError(
            status: sample.status, headers: sample.headers, body: sample.body.utf8, runtime: runtime)
        #expect(error.kind == sample.kind)
        #expect(error.retryAfter == sample.wait)
        #expect(error.status == sample.status)
        #expect(error.message == ChatError(sample.kind).message)
    }

    @Test func `the table has samples of every kind that a server can report, and each of them once`() {
        let samples = ProviderErrorSample.all
        #expect(samples.count >= 250)
        #expect(runtime.wallNow == ProviderErrorSample.now)
        #expect(Set(samples.map(\.testDescription)).count == samples.count)
        let kinds = [
            "throttled", "quotaExhausted", "overloaded", "server", "timedOut", "invalidOutput", "contextTooLong",
            "requestTooLarge", "contentFiltered", "unauthorized", "modelNotFound", "invalidRequest",
        ]
        #expect(Set(samples.map(\.kind.name)) == Set(kinds))
    }

    @Test(arguments: ProviderErrorSample.all.filter { $0.body.hasPrefix("{\"error\":{") })
    func `an error event in a stream has the kind of the status in its body`(sample: ProviderErrorSample) throws {
        // Only bodies that carry their own status, and whose headers say nothing, can mean the same without one.
        guard sample.headers.isEmpty, sample.status >= 400, sample.body.contains("\"code\":\(sample.status)") else {
            return
        }
        #expect(ChatError(status: 200, body: sample.body.utf8, runtime: runtime).kind == sample.kind)
    }

    @Test(arguments: furtherCodes)
    func `a code of the list has its meaning, as a code and as a type`(code: String, kind: ChatError.Kind) {
        for field in ["code", "type"] {
            let body = #"{"error":{"message":"m","\#(field)":"\#(code)"}}"#
            #expect(ChatError(status: 400, body: body.utf8, runtime: runtime).kind == kind)
        }
    }

    @Test func `no code and no sentence of the lists is without a sample`() {
        var codes = Set(furtherCodes.map { $0.code.lowercased() })
        var sentences = ProviderErrorSentence.all
        for sample in ProviderErrorSample.all {
            let classifier = ErrorClassifier(
                status: sample.status, headers: HeaderFields(sample.headers),
                body: ProviderErrorBody(parsing: sample.body.utf8), runtime: runtime)
            codes.formUnion(classifier.body.codes.union(classifier.body.genericCodes))
            let message = classifier.body.message?.lowercased() ?? ""
            sentences.removeAll { $0.statuses.contains(sample.status) && $0.matches(message) }
        }
        #expect(ProviderErrorCodes.rows.flatMap(\.codes).filter { !codes.contains($0) } == [])
        #expect(sentences.map { [$0.start] + $0.parts } == [])
    }

    @Test func `the sentence of the provider behind a gateway is kept`() {
        let body = #"{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"busy upstream"}}}"#
        #expect(ChatError(status: 429, body: body.utf8, runtime: runtime).providerMessage == "busy upstream")
    }

    @Test func `an error quoted in a stream has the status of the quoted body`() {
        let body = #"{"error":{"message":"{\"error\":{\"code\":503,\"message\":\"busy\"}}"}}"#
        #expect(ChatError(status: 200, body: body.utf8, runtime: runtime).kind == .overloaded)
    }

    @Test func `a code named in a header is the provider's code`() {
        let error = ChatError(
            status: 429, headers: ["x-amzn-errortype": "ThrottlingException:http://internal/"], body: [UInt8](),
            runtime: runtime)
        #expect(error.providerCode == "ThrottlingException")
    }
}
