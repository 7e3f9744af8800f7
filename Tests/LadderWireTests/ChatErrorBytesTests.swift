@testable import LadderWire
import LadderCore
import LadderTesting
import Testing

@Suite struct ChatErrorBytesTests {
    @Test(arguments: 1...4) func `no bytes and no headers are a trap`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let runtime = Runtime(Simulation(seed: seed))
        let samples = ProviderErrorSample.all.map { Array($0.body.utf8) }
        let values = [
            "", "-1", "9", "1e309", "nan", "99999999999999999999", "6m0s", "Thu, 01 Jan 2026 00:00:30 GMT", "\0",
        ]
        let names = [
            "retry-after", "Retry-After", "retry-after-ms", "x-should-retry", "x-request-id",
            "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens", "anthropic-ratelimit-tokens-reset",
            "anthropic-ratelimit-tokens-remaining", "x-amzn-errortype",
        ]
        for _ in 0..<3_000 {
            var body = samples.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                let position = Int.random(in: 0...body.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: body.insert(UInt8.random(in: 0...255, using: &random), at: position)
                case 1:
                    body.removeSubrange(position..<min(body.count, position + Int.random(in: 0...9, using: &random)))
                case 2: body = Array(body[..<position])
                default: if position < body.count { body[position] = UInt8.random(in: 0...255, using: &random) }
                }
            }
            let headers = names.filter { _ in Bool.random(using: &random) }.map {
                ($0, values.randomElement(using: &random) ?? "")
            }
            let status =
                [0, 200, 400, 404, 413, 429, 500, Int(truncatingIfNeeded: random.next())]
                .randomElement(using: &random) ?? 0
            let error = ChatError(
                status: status, headers: Dictionary(headers) { first, _ in first }, body: body, runtime: runtime)
            #expect((error.providerMessage?.utf8.count ?? 0) <= 2_000)
            if let wait = error.retryAfter { #expect(wait >= .zero && wait <= .seconds(31 * 86_400)) }
            #expect(error.description.utf8.allSatisfy { (32...126).contains($0) })
        }
    }
}
