/// The rest of the pipeline, as a value. Call it once, many times, from child tasks, or not at all.
public struct Next: Sendable {
    @usableFromInline let link: Link

    @inlinable
    init(link: Link) { self.link = link }

    /// Asks the layers inside this one.
    @inlinable
    @inline(__always)
    public func callAsFunction(_ request: ChatRequest, _ context: CallContext) async throws -> Reply {
        try await link.layer.pointee.respond(to: request, context: context, next: Next(link: link.next ?? link))
    }
}

/// A layer and what comes after it.
///
/// The layer is kept behind a pointer because a class's stored existential is copied, and retained, at every call.
@usableFromInline
final class Link: @unchecked Sendable {
    @usableFromInline let layer: UnsafeMutablePointer<any Middleware>
    @usableFromInline let next: Link?

    private init(layer: any Middleware, next: Link?) {
        self.layer = .allocate(capacity: 1)
        self.layer.initialize(to: layer)
        self.next = next
    }

    deinit {
        layer.deinitialize(count: 1)
        layer.deallocate()
    }

    static func chain(_ layers: [any Middleware]) -> Link {
        layers.reversed().reduce(Link(layer: ModelCall(), next: nil)) { next, layer in Link(layer: layer, next: next) }
    }
}
