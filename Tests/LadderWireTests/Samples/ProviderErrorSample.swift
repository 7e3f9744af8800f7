import LadderCore
import Testing

/// An error as a provider sends it, and what it means.
///
/// The bodies restate errors that users and documentation show in public; ids, names and numbers are invented and long
/// sentences are cut. The expectations follow from the meaning, not from the code under test.
struct ProviderErrorSample: Sendable, CustomTestStringConvertible {
    var provider: String
    var situation: String
    var status: Int
    var headers: [String: String] = [:]
    var body: String
    var kind: ChatError.Kind
    /// The wait expected in ``ChatError/retryAfter``, if there is one.
    var wait: Duration?

    var testDescription: String { "\(provider): \(situation)" }

    /// 1 January 2026, 00:00 UTC: the time at which the samples are read.
    static let now = WallTime(secondsSince1970: 1_767_225_600)

    static let all = hosted + gateways + local
    static let hosted =
        openAI + openAIServer + azure + anthropic + gemini + bedrock + groqAndDeepSeek + mistralAndXAI + moreHosts
        + otherHosts
    static let gateways = openRouter + liteLLM + proxies
    static let local = ollama + localServers
}

/// Makes the samples of one provider. Line breaks in a body are there for the reader and become spaces.
struct Samples {
    let provider: String

    func callAsFunction(
        _ situation: String, status: Int, headers: [String: String] = [:], body: String, is kind: ChatError.Kind,
        wait: Duration? = nil
    ) -> ProviderErrorSample {
        ProviderErrorSample(
            provider: provider, situation: situation, status: status, headers: headers,
            body: body.split(separator: "\n").joined(separator: " "), kind: kind, wait: wait)
    }
}
