#if canImport(FoundationModels)
import FoundationModels
import LadderCore

/// A request as the on-device model takes it: the conversation so far, and the newest message as the prompt.
@available(macOS 26.0, iOS 26.0, visionOS 26.0, *)
@available(tvOS, unavailable)
@available(watchOS, unavailable)
struct AppleConversation {
    let transcript: Transcript
    let prompt: String
    /// What was left out, for the trace.
    let notes: [String]

    init(_ request: ChatRequest) throws {
        var messages = request.messages[...]
        guard let last = messages.popLast(), last.role == .user else {
            throw ChatError(.invalidRequest, message: "the on-device model answers a message of the user")
        }
        prompt = try last.plainText
        let instructions = try request.messages.filter { $0.role == .system }.map { try $0.plainText }
        var entries: [Transcript.Entry] = []
        if !instructions.isEmpty {
            let segments = [Transcript.Segment(text: instructions.joined(separator: "\n\n"))]
            entries.append(.instructions(Transcript.Instructions(segments: segments, toolDefinitions: [])))
        }
        for message in messages {
            let segments = [Transcript.Segment(text: try message.plainText)]
            switch message.role {
            case .user: entries.append(.prompt(Transcript.Prompt(segments: segments)))
            case .assistant: entries.append(.response(Transcript.Response(assetIDs: [], segments: segments)))
            case .system, .tool: break
            }
        }
        transcript = Transcript(entries: entries)
        notes = request.partsLeftOut
    }
}

@available(macOS 26.0, iOS 26.0, visionOS 26.0, *)
@available(tvOS, unavailable)
@available(watchOS, unavailable)
extension Transcript.Segment {
    fileprivate init(text: String) {
        self = .text(Transcript.TextSegment(content: text))
    }
}

extension ChatMessage {
    /// The text of the message. It throws where leaving the rest out would change the question.
    fileprivate var plainText: String {
        get throws {
            for part in content {
                switch part {
                case .image, .file:
                    throw ChatError(.invalidRequest, message: "the on-device model reads text only")
                case .text, .reasoning, .toolCall, .toolResult: break
                }
            }
            return text
        }
    }
}

extension ChatRequest {
    fileprivate var partsLeftOut: [String] {
        var notes: [String] = []
        if !tools.isEmpty || messages.contains(where: { $0.role == .tool }) {
            notes.append("the on-device model is not given tools and their results")
        }
        if responseFormat != .text { notes.append("the on-device model is not given a response format") }
        return notes
    }
}

@available(macOS 26.0, iOS 26.0, visionOS 26.0, *)
@available(tvOS, unavailable)
@available(watchOS, unavailable)
extension ChatRequest {
    var appleOptions: GenerationOptions {
        GenerationOptions(
            temperature: options.temperature, maximumResponseTokens: options.maximumResponseTokens)
    }
}
#endif
