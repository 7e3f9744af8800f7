@testable import LadderWire
import LadderCore
import LadderTesting
import Testing

private let runtime = Runtime(Simulation(seed: 1))
private let start = WallTime(secondsSince1970: 1_767_225_600)

private func read(_ headers: [String: String]) -> [RateLimit] {
    RateLimit.reading(headers: headers, runtime: runtime)
}

@Suite struct RateLimitHeaderTests {
    @Test func `OpenAI's form is read`() {
        let limits = read([
            "X-RateLimit-Limit-Requests": "60", "x-ratelimit-limit-tokens": "150000",
            "x-ratelimit-remaining-requests": "59", "x-ratelimit-remaining-tokens": "149984",
            "x-ratelimit-reset-requests": "1s", "x-ratelimit-reset-tokens": "6m0s", "date": "x",
        ])
        #expect(
            limits == [
                RateLimit(name: "requests", limit: 60, remaining: 59, resets: start + .seconds(1)),
                RateLimit(name: "tokens", limit: 150_000, remaining: 149_984, resets: start + .seconds(360)),
            ])
    }

    @Test func `Anthropic's form is read`() {
        let limits = read([
            "anthropic-ratelimit-input-tokens-limit": "50000", "anthropic-ratelimit-input-tokens-remaining": "0",
            "anthropic-ratelimit-input-tokens-reset": "2026-01-01T00:00:30Z",
            "Anthropic-Ratelimit-Requests-Limit": "1000", "anthropic-ratelimit-unified-status": "allowed",
        ])
        #expect(
            limits == [
                RateLimit(name: "input-tokens", limit: 50_000, remaining: 0, resets: start + .seconds(30)),
                RateLimit(name: "requests", limit: 1_000),
            ])
    }

    @Test func `a reset may be plain seconds`() {
        #expect(
            read(["x-ratelimit-reset-requests-day": "33011.5"])
                == [RateLimit(name: "requests-day", resets: start + .milliseconds(33_011_500))])
    }

    @Test(arguments: [
        ["x-ratelimit-limit-requests": "-1"], ["x-ratelimit-limit-requests": "0"],
        ["x-ratelimit-remaining-tokens": "-1"], ["x-ratelimit-remaining-tokens": "99999999999999999999"],
        ["x-ratelimit-reset-tokens": "-5s"], ["x-ratelimit-reset-tokens": "32d"],
        ["x-ratelimit-reset-tokens": "1767225601"], ["anthropic-ratelimit-tokens-reset": "2026-03-01T00:00:00Z"],
        ["x-ratelimit-limit-": "5"], ["anthropic-ratelimit-reset": "2026-01-01T00:00:30Z"], ["x-ratelimit-limit": "5"],
        ["retry-after": "5"], [:],
    ])
    func `what is absurd or something else is absent`(headers: [String: String]) {
        #expect(read(headers) == [])
    }

    @Test func `they are bounded`() {
        let headers = (0..<500).map { ("x-ratelimit-limit-n\($0)", "1") }
        #expect(read(Dictionary(uniqueKeysWithValues: headers)).count == 16)
    }
}
