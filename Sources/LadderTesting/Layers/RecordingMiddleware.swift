public import LadderCore

/// A layer that records what passes at its place in a pipeline: requests, contexts, and how the replies ended.
///
/// ```swift
/// let recorder = RecordingMiddleware()
/// let pipeline = try Pipeline(model: model) {
///     Retry()
///     recorder
/// }
/// ```
///
/// Copies share their records, so the layer in the pipeline and the constant in the test are the same.
public struct RecordingMiddleware: Middleware {
    private let log = RecordLog()

    /// Creates a layer without records.
    public init() {}

    /// Passes the request on and records what comes back.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        let index = log.add(
            LayerRecord(request: request, context: context, isOnMainActor: isMainActor(#isolation)))
        let log = log
        do {
            let reply = try await next(request, context)
            log.update(at: index) { record in
                record.level = reply.level
                record.model = reply.model
                record.isLive = reply.isLive
                record.firstContentTime = context.now
            }
            let runtime = context.runtime
            reply.onEnd { outcome in
                let now = runtime.now
                log.update(at: index) { $0.ended(with: outcome, at: now) }
            }
            return reply
        } catch {
            log.update(at: index) { $0.thrown = error }
            throw error
        }
    }

    /// The records of all requests that passed, oldest first.
    public var records: [LayerRecord] { log.records }

    /// The requests that passed, oldest first.
    public var requests: [ChatRequest] { records.map(\.request) }
}

/// A function of its own: Swift 6.3.1 emits broken code for `#isolation === MainActor.shared` inside an async one.
@inline(never)
private func isMainActor(_ actor: (any Actor)?) -> Bool { actor === MainActor.shared }

private final class RecordLog: Sendable {
    private let state = Locked<[LayerRecord]>([])

    func add(_ record: LayerRecord) -> Int {
        state.withLock { records in
            records.append(record)
            return records.count - 1
        }
    }

    func update(at index: Int, with change: (inout LayerRecord) -> Void) {
        state.withLock { change(&$0[index]) }
    }

    var records: [LayerRecord] { state.withLock { $0 } }
}
