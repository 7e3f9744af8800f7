import LadderCore
import LadderHTTP
import LadderJSON

extension AnthropicRequestWriter {
    mutating func writeSampling(_ traits: AnthropicModelTraits, isThinking: Bool) {
        if options.seed != nil { notes.append("Anthropic has no seed; it is left out") }
        if !options.stopSequences.isEmpty { writeStopSequences() }
        if var temperature = options.temperature, accepts("temperature", traits: traits, isThinking: isThinking) {
            if temperature > 1 {
                temperature = 1
                notes.append("Anthropic's highest temperature is 1; it is lowered")
            }
            body["temperature"] = .number(temperature)
        }
        guard let topP = options.topP, accepts("top_p", traits: traits, isThinking: isThinking) else { return }
        if traits.sampling == .one, body["temperature"] != nil {
            notes.append("the model takes temperature or top_p; top_p is left out")
        } else {
            body["top_p"] = .number(topP)
        }
    }

    /// Returns whether a parameter of sampling can be sent, and notes why not.
    private mutating func accepts(_ parameter: String, traits: AnthropicModelTraits, isThinking: Bool) -> Bool {
        if traits.sampling == .none {
            notes.append("the model takes no \(parameter); it is left out")
        } else if asked.omitted.contains(parameter) {
            notes.append("the target refuses \(parameter); it is left out")
        } else if isThinking {
            notes.append("a thinking model takes no \(parameter); it is left out")
        } else {
            return true
        }
        return false
    }

    private mutating func writeStopSequences() {
        // White space alone is refused by the provider.
        let usable = options.stopSequences.filter { !$0.allSatisfy(\.isWhitespace) }
        if usable.count < options.stopSequences.count {
            notes.append("Anthropic takes no stop sequence of white space; it is left out")
        }
        if asked.omitted.contains("stop_sequences") {
            notes.append("the target refuses stop_sequences; they are left out")
        } else if !usable.isEmpty {
            body["stop_sequences"] = .array(usable.map { .string($0) })
        }
    }
}
