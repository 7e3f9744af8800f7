import LadderCore
import LadderJSON

extension ProviderErrorBody {
    /// Reads when it makes sense to ask again, from the fields that some servers have for it.
    mutating func readWaits(of object: JSONValue) {
        // Hugging Face: the seconds until a model is loaded.
        if let seconds = object["estimated_time"]?.double {
            retryDelay = CredibleWait.wait(seconds, unit: .seconds(1)) ?? retryDelay
        }
        // OpenRouter: a budget's end, or the header of a limit in milliseconds since 1970.
        if let text = object["resets_at"]?.string { resets = RFC3339.parse(text) ?? resets }
        let reset = object["headers"]?["X-RateLimit-Reset"]
        if let milliseconds = reset?.int ?? reset?.string.flatMap({ Int($0) }) {
            resets = WallTime(secondsSince1970: Int64(milliseconds / 1_000)) + .milliseconds(milliseconds % 1_000)
        }
    }

    /// The time that Anthropic names for a used-up month: `You will regain access on 2026-04-01 at 00:00 UTC.`
    var namedReset: WallTime? {
        guard let message, let range = message.firstRange(of: "regain access on ") else { return nil }
        let words = message[range.upperBound...].split(separator: " ", maxSplits: 3)
        guard words.count == 4, words[1] == "at", words[3].hasPrefix("UTC") else { return nil }
        return RFC3339.parse("\(words[0])T\(words[2]):00Z")
    }
}
