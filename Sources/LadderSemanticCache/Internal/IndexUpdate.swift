import LadderCore

/// Reads what a store has into the index, in the background: all entries at first, then what other processes wrote.
struct IndexUpdate: Sendable {
    private static let pageLength = 128

    let core: SemanticCore
    let state: SemanticState
    let runtime: Runtime

    /// Starts to read, unless that is under way or was done a moment ago.
    func startIfDue() {
        let now = runtime.now
        guard state.withListing({ $0.begin(at: now) }) else { return }
        runtime.spawn("semantic index") {
            await run()
            let now = runtime.now
            state.withListing { $0.end(at: now) }
        }
    }

    private func run() async {
        while !Task.isCancelled {
            // A store that never waits must not do all of this on the thread of the call.
            await Task.yield()
            let place = state.withListing { $0.place }
            let page: Result<StorePage, StoreError>
            do {
                page = try await core.listing.page(
                    of: core.policy.namespace, from: place, limit: Self.pageLength, on: runtime)
            } catch {
                return
            }
            switch page {
            case .failure(let error): return fail(with: error)
            case .success(let page):
                for item in page.items { add(item) }
                guard state.withListing({ $0.add(page) }) else { return }
            }
        }
    }

    private func fail(with error: StoreError) {
        state.withListing { $0.fail(with: error) }
        if error.kind == .notSupported || error.kind == .cursorExpired { return }
        state.withTally { $0.count(CacheCallGroup(feature: "", model: "")) { $0.storeFailures += 1 } }
    }

    private func add(_ item: StorePage.Item) {
        guard let stored = item.entry else { return state.withIndex { $0.remove(item.digest) } }
        if state.withIndex({ $0.contains(item.digest) }) { return }
        guard let entry = try? SemanticEntry(decoding: stored.bytes) else { return }
        // Vectors of another embedder say nothing about those of this one.
        guard entry.embedderID == core.embedder.id,
            let vector = entry.vector.unitVector(dimensions: core.embedder.dimensions)
        else { return }
        let question = QuestionIndex.Item(
            digest: item.digest, question: entry.question, frame: entry.frame, tenant: entry.tenant)
        state.withIndex { $0.insert(question, vector: vector) }
    }
}
