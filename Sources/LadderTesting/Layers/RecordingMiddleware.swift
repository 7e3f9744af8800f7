public import LadderCore

/// Remembers what passed at its place in a pipeline: requests, the facts of their contexts, and how their replies ended.
///
/// ```swift
/// let seen = RecordingMiddleware()
/// let pipeline = try Pipeline(model: model) {
///     Retry()
///     seen
/// }
/// ```
///
/// Copies share one memory, so the layer in the pipeline and the constant in the test are the same.
public struct RecordingMiddleware: Middleware {
    private let memory = Memory()

    /// A layer that has seen nothing yet.
    public init() {}

    /// Asks on, and remembers.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let index = memory.add(LayerRecord(request, context, isOnMainActor: isMainActor(#isolation)))
        let memory = memory
        do {
            let reply = try await next(request, context)
            memory.change(index) { record in
                record.level = reply.level
                record.model = reply.model
                record.isLive = reply.isLive
                record.firstContentTime = context.now
            }
            let runtime = context.runtime
            reply.onEnd { outcome in
                let now = runtime.now
                memory.change(index) { $0.ended(outcome, at: now) }
            }
            return reply
        } catch {
            memory.change(index) { $0.thrown = error }
            throw error
        }
    }

    /// What passed, oldest first.
    public var records: [LayerRecord] { memory.records }

    /// The requests that passed, oldest first.
    public var requests: [ChatRequest] { records.map(\.request) }
}

/// A function of its own: Swift 6.3.1 emits broken code for `#isolation === MainActor.shared` inside an async one.
@inline(never)
private func isMainActor(_ actor: (any Actor)?) -> Bool { actor === MainActor.shared }

private final class Memory: Sendable {
    private let state = Locked<[LayerRecord]>([])

    func add(_ record: LayerRecord) -> Int {
        state.withLock { records in
            records.append(record)
            return records.count - 1
        }
    }

    func change(_ index: Int, _ change: (inout LayerRecord) -> Void) {
        state.withLock { change(&$0[index]) }
    }

    var records: [LayerRecord] { state.withLock { $0 } }
}
