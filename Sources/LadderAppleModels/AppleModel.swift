#if canImport(FoundationModels)
import FoundationModels
public import LadderCore

/// The language model that Apple platforms run on the device, as the end of a pipeline.
///
/// It needs no network and no key, so it is a good last model of a fallback:
///
/// ```text
/// let pipeline = try Pipeline.standard(model: cloud, fallbacks: [AppleModel()])
/// ```
///
/// It reads text. Tools are left out, with a note in the trace; pictures and files are refused. Each request gets a
/// session of its own with the conversation so far, so calls may run at the same time.
///
/// Not every device has the model, and a user can turn it off: then ``respond(to:context:)`` throws `unreachable`, and
/// another model can be asked.
@available(macOS 26.0, iOS 26.0, visionOS 26.0, *)
@available(tvOS, unavailable)
@available(watchOS, unavailable)
public struct AppleModel: ChatModel {
    /// The logical name by which requests ask for the model.
    public let name: String

    /// Creates a model. Creating one loads nothing.
    public init(_ name: String = "apple-on-device") {
        self.name = name
    }

    /// Always `true`: the model runs on this device.
    public var isLocal: Bool { true }

    /// Whether the model can be asked at this time on this device.
    public var isAvailable: Bool { SystemLanguageModel.default.isAvailable }

    /// Asks the model once.
    public func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        if case .unavailable(let reason) = SystemLanguageModel.default.availability {
            throw ChatError(.unreachable, message: "the on-device model is not available: \(reason)")
        }
        let conversation = try AppleConversation(request)
        for note in conversation.notes { context.note(.noted, by: "model", reason: note) }
        let session = LanguageModelSession(model: .default, tools: [], transcript: conversation.transcript)
        guard context.delivery == .streamed else {
            do {
                let response = try await session.respond(to: conversation.prompt, options: request.appleOptions)
                return Reply(model: name, Completion(response.content))
            } catch {
                throw ChatError(onDevice: error)
            }
        }
        let stream = session.streamResponse(to: conversation.prompt, options: request.appleOptions)
        return try await .live(model: name, from: AppleReplySource(stream, of: session))
    }
}
#endif
