package import LadderCore

/// A model that plays one script per attempt; the last one is played again and again.
package struct Talker: ChatModel {
    package enum Step: Sendable {
        case say(String)
        case wait(Duration)
        /// Waits and does not notice a cancellation.
        case deafWait(Duration)
        /// Never returns.
        case hang
        case fail(ChatError)
    }

    package let name = "talker"
    package let streams: Bool
    package let scripts: [[Step]]
    package let starts = Shared<[Instant]>([])
    package let graves = Shared<[CheckedContinuation<Void, Never>]>([])

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
        let source = TalkerSource(self, scripts[min(index, scripts.count - 1)], context.runtime)
        if streams, context.delivery == .streamed { return try await .live(model: name, from: source) }
        var text = ""
        while case .text(let piece)? = try await source.next() { text += piece }
        return Reply(model: name, Completion(text))
    }
}

final class TalkerSource: ReplySource {
    private let talker: Talker
    private let script: [Talker.Step]
    private let runtime: Runtime
    private let position = Shared(0)

    init(_ talker: Talker, _ script: [Talker.Step], _ runtime: Runtime) {
        self.talker = talker
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
            case .deafWait(let duration): await deafWait(duration)
            case .hang: await withCheckedContinuation { grave in talker.graves.change { $0.append(grave) } }
            case .fail(let error): throw error
            }
        }
    }

    private func deafWait(_ duration: Duration) async {
        let runtime = runtime
        await withCheckedContinuation { continuation in
            _ = runtime.driver.spawn("deaf wait") {
                do { try await runtime.sleep(for: duration) } catch {}
                continuation.resume()
            }
        }
    }
}
