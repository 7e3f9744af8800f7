import LadderCore
import LadderJSON

extension Usage {
    /// Creates the usage that a chat completion states; nil where it states none.
    init?(openAI json: JSONValue?) {
        guard let json, let input = json["prompt_tokens"]?.int else { return nil }
        let answer = json["completion_tokens"]?.int ?? 0
        let reasoning = json["completion_tokens_details"]?["reasoning_tokens"]?.int ?? 0
        // OpenAI counts reasoning within the answer. xAI counts it beside the answer, which only the total shows.
        let (sum, overflows) = input.addingReportingOverflow(answer)
        let isBeside = !overflows && reasoning > 0 && json["total_tokens"]?.int == sum.addingClamped(reasoning)
        let cached =
            json["prompt_tokens_details"]?["cached_tokens"]?.int ?? json["prompt_cache_hit_tokens"]?.int ?? 0
        self.init(
            inputTokens: input, outputTokens: isBeside ? answer.addingClamped(reasoning) : answer,
            cacheReadTokens: min(max(0, cached), max(0, input)), reasoningTokens: max(0, reasoning))
    }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}
