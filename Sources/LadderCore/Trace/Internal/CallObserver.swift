/// An observer of calls, with the key of the digests that it wants of their requests.
struct CallObserver: Sendable {
    /// The key of the digests; nil for an observer that wants none.
    var digestKey: RequestDigestKey?
    let observe: @Sendable (CallEvent) async throws -> Void
}
