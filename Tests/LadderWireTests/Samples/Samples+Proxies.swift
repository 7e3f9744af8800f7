import LadderCore

private let sample = Samples(provider: "proxy")

extension ProviderErrorSample {
    static let proxies: [ProviderErrorSample] = [
        sample(
            "page of a bad gateway", status: 502, body: "<html><body>Bad Gateway</body></html>", is: .server),
        sample(
            "nginx's page for a long body", status: 413,
            body: "<html><head><title>413 Request Entity Too Large</title></head><body>nginx</body></html>",
            is: .requestTooLarge),
        sample(
            "page that refuses a visitor", status: 403,
            body: "<!DOCTYPE html><title>Attention Required! | Cloudflare</title>", is: .unauthorized),
        sample(
            "page of a late origin", status: 524, body: "<html><title>A timeout occurred</title></html>", is: .server),
        sample("Envoy without a healthy server", status: 503, body: "no healthy upstream", is: .overloaded),
        sample(
            "Envoy's broken connection", status: 503,
            body: "upstream connect error or disconnect/reset before headers. reset reason: connection termination",
            is: .overloaded),
        sample(
            "plain text", status: 429, headers: ["Retry-After": "Thu, 01 Jan 2026 00:00:30 GMT"],
            body: "Too Many Requests", is: .throttled(retryAfter: .seconds(30)), wait: .seconds(30)),
        sample("plain text about the window", status: 400, body: "prompt is too long", is: .contextTooLong),
        sample(
            "page with words of a window, as an answer", status: 200, body: "<html>prompt is too long</html>",
            is: .invalidOutput),
        sample("answer of another shape", status: 200, body: #"{"choices":[]}"#, is: .invalidOutput),
        sample(
            "answer whose message is an object", status: 200,
            body: #"{"model":"m","message":{"role":"assistant","content":""},"done":true}"#, is: .invalidOutput),
        sample("empty answer", status: 200, body: "", is: .invalidOutput),
        sample("error that is null", status: 500, body: #"{"error":null}"#, is: .server),
        sample("error that is a number", status: 429, body: #"{"error":7}"#, is: .throttled(retryAfter: nil)),
        sample(
            "codes of wrong types", status: 429, body: #"{"error":{"code":{},"type":[],"message":1}}"#,
            is: .throttled(retryAfter: nil)),
    ]
}
