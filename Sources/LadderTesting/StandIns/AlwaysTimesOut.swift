public import LadderCore

/// A stand-in for a timeout whose limit passes on every attempt, without any wait.
public struct AlwaysTimesOut: Middleware {
    private let phase: ChatError.Phase

    /// Creates a stand-in whose limit is the one of this phase.
    public init(_ phase: ChatError.Phase = .firstToken) {
        self.phase = phase
    }

    /// Throws `timedOut`.
    public func respond(to request: ChatRequest, context: CallContext, next: Next) async throws -> Reply {
        throw ChatError(.timedOut(phase))
    }

    /// The role of a timeout.
    public var layerDescription: LayerDescription { LayerDescription(role: .timeout, name: "AlwaysTimesOut") }
}
