package import LadderCore

/// A model that plays one script per attempt; the last script repeats.
///
/// Unlike `ScriptedModel` of LadderTesting it may wait between any two pieces, and hang without an end.
package struct PlaybackModel: ChatModel {
    package enum Step: Sendable {
        case say(String)
        case wait(Duration)
        /// Waits, also beyond a cancellation of the task.
        case waitIgnoringCancellation(Duration)
        /// Waits for ever and ignores cancellation.
        case hang
        case fail(ChatError)
    }

    package let name = "talker"
    package let streams: Bool
    package let scripts: [[Step]]
    package let starts = Shared<[Instant]>([])
    package let suspended = Shared<[CheckedContinuation<Void, Never>]>([])

    package init(streams: Bool = true, _ scripts: [Step]...) {
        self.streams = streams
        self.scripts = scripts
    }

    package func respond(to request: ChatRequest, context: CallContext) async throws -> Reply {
        let now = context.now
        let index = starts.change { starts in
            starts.append(now)
            return starts.count - 1
        }
        let source = PlaybackSource(self, script: scripts[min(index, scripts.count - 1)], on: context.runtime)
        if streams, context.delivery == .streamed { return try await .live(model: name, from: source) }
        var text = ""
        while case .text(let piece)? = try await source.next() { text += piece }
        return Reply(model: name, Completion(text))
    }
}

final class PlaybackSource: ReplySource {
    private let model: PlaybackModel
    private let script: [PlaybackModel.Step]
    private let runtime: Runtime
    private let position = Shared(0)

    init(_ model: PlaybackModel, script: [PlaybackModel.Step], on runtime: Runtime) {
        self.model = model
        self.script = script
        self.runtime = runtime
    }

    func next() async throws -> ReplyChunk? {
        while true {
            let index = position.change { position in
                position += 1
                return position - 1
            }
            guard index < script.count else { return .finished(.stop) }
            switch script[index] {
            case .say(let text): return .text(text)
            case .wait(let duration): try await runtime.sleep(for: duration)
            case .waitIgnoringCancellation(let duration): await waitIgnoringCancellation(duration)
            case .hang:
                await withCheckedContinuation { continuation in model.suspended.change { $0.append(continuation) } }
            case .fail(let error): throw error
            }
        }
    }

    private func waitIgnoringCancellation(_ duration: Duration) async {
        let runtime = runtime
        await withCheckedContinuation { continuation in
            _ = runtime.driver.spawn("wait that ignores cancellation") {
                do { try await runtime.sleep(for: duration) } catch {}
                continuation.resume()
            }
        }
    }
}
