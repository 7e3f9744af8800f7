import LadderCore

extension FlightCall {
    /// What the other processes that share the store mean for a flight.
    enum Claim {
        /// The store is not shared, or it failed: the flight asks without a claim.
        case none
        case granted
        /// Another process has computed the answer.
        case answered(Reply)
    }

    /// Claims the answer of a flight, and waits while another process computes it.
    ///
    /// A call that asks for a new answer does not wait for one that was begun before it.
    func claim(for flight: Flight) async throws -> Claim {
        guard call.core.store.sharesComputations, call.directive.mayRead else { return .none }
        switch try await call.core.access.claim(writer.key, in: context) {
        case .failure(let error):
            context.note(.noted, by: ExactCache.stage, reason: "no claim: the store failed: \(error.kind.rawValue)")
            return .none
        case .success(.granted): return .granted
        case .success(.answered(let lookup)):
            guard let found = call.fresh(in: lookup) else { return .none }
            return .answered(call.reply(from: found, key: writer.key, reason: "computed by another process"))
        }
    }

    /// Ends the claim in the background, also after the flight was cancelled.
    func release() {
        let (access, key, runtime) = (call.core.access, writer.key, context.runtime)
        _ = runtime.spawn("release of a claim") { await access.release(key, on: runtime) }
    }
}
