/// The rest of the pipeline, as a value. Call it once, many times, from child tasks, or not at all.
public struct Next: @unchecked Sendable {
    // Safe because the layers live as long as the call that a context belongs to, and `callAsFunction` looks whether this
    // one is among them.
    @usableFromInline let layer: UnsafePointer<ChainLink>

    @inlinable
    init(layer: UnsafePointer<ChainLink>) { self.layer = layer }

    /// Asks the layers inside this one. The context must be of the same pipeline.
    @inlinable
    @inline(__always)
    public func callAsFunction(_ request: ChatRequest, _ context: CallContext) async throws -> Reply {
        precondition(context.call.chain.contains(layer), "next was called with a context of another pipeline")
        return try await layer.pointee.respond(request, context, next: Next(layer: layer + 1))
    }
}

/// The layers of a pipeline, one after the other, and the model call at the end.
///
/// They are asked in their place, by pointer: a copy of each would be counted up and down by every layer of every call,
/// and all cores would wait for each other there.
final class Chain: Sendable {
    let range: ChainRange

    init(_ layers: [any Middleware]) {
        let layers = layers + [ModelCall()]
        let first = UnsafeMutablePointer<ChainLink>.allocate(capacity: layers.count)
        for (index, layer) in layers.enumerated() { (first + index).initialize(to: ChainLink(layer)) }
        range = ChainRange(first: UnsafePointer(first), end: UnsafePointer(first + layers.count))
    }

    deinit {
        let first = UnsafeMutablePointer(mutating: range.first)
        first.deinitialize(count: range.end - range.first)
        first.deallocate()
    }
}

/// A layer in its place. That it cannot be copied keeps the compiler from copying the layer to ask it.
@usableFromInline
struct ChainLink: ~Copyable, Sendable {
    @usableFromInline let layer: any Middleware

    init(_ layer: any Middleware) { self.layer = layer }

    @inlinable
    @inline(__always)
    borrowing func respond(_ request: ChatRequest, _ context: CallContext, next: Next) async throws -> Reply {
        try await layer.respond(to: request, context: context, next: next)
    }
}

/// Where a pipeline's layers are. Written once, before anybody else sees it.
@usableFromInline
struct ChainRange: @unchecked Sendable {
    @usableFromInline let first: UnsafePointer<ChainLink>
    @usableFromInline let end: UnsafePointer<ChainLink>

    @inlinable
    func contains(_ layer: UnsafePointer<ChainLink>) -> Bool { first <= layer && layer < end }
}
