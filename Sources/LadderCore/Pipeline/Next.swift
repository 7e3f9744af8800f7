/// The rest of the pipeline, as a value. Call it once, many times, from child tasks, or not at all.
public struct Next: @unchecked Sendable {
    // Safe because the layers live as long as the call that a context belongs to, and `callAsFunction` looks whether this
    // one is among them.
    @usableFromInline let layer: UnsafePointer<any Middleware>

    @inlinable
    init(layer: UnsafePointer<any Middleware>) { self.layer = layer }

    /// Asks the layers inside this one. The context must be of the same pipeline.
    @inlinable
    @inline(__always)
    public func callAsFunction(_ request: ChatRequest, _ context: CallContext) async throws -> Reply {
        precondition(context.call.chain.contains(layer), "next was called with a context of another pipeline")
        return try await layer.pointee.respond(to: request, context: context, next: Next(layer: layer + 1))
    }
}

/// The layers of a pipeline, one after the other, and the model call at the end.
///
/// They are asked for by pointer: a reference to each would be counted up and down by every layer of every call, and all
/// cores would wait for each other there.
final class Chain: Sendable {
    let range: ChainRange

    init(_ layers: [any Middleware]) {
        let layers = layers + [ModelCall()]
        let first = UnsafeMutablePointer<any Middleware>.allocate(capacity: layers.count)
        for (index, layer) in layers.enumerated() { (first + index).initialize(to: layer) }
        range = ChainRange(first: UnsafePointer(first), end: UnsafePointer(first + layers.count))
    }

    deinit {
        let first = UnsafeMutablePointer(mutating: range.first)
        first.deinitialize(count: range.end - range.first)
        first.deallocate()
    }
}

/// Where a pipeline's layers are. Written once, before anybody else sees it.
@usableFromInline
struct ChainRange: @unchecked Sendable {
    @usableFromInline let first: UnsafePointer<any Middleware>
    @usableFromInline let end: UnsafePointer<any Middleware>

    @inlinable
    func contains(_ layer: UnsafePointer<any Middleware>) -> Bool { first <= layer && layer < end }
}
