extension Reply {
    /// Calls a closure with the whole answer once it is complete; an answer that is cut or left is dropped.
    ///
    /// - Parameters:
    ///   - atOnce: Whether a whole answer is handed over before this returns. Any other one is handed over in the
    ///     background.
    ///   - runtime: The runtime of the call.
    ///   - store: Stores the answer. It also gets the reply, without its body, for the level and the model.
    package func whenComplete(
        atOnce: Bool, on runtime: Runtime, _ store: @escaping @Sendable (Completion, Reply) async -> Void
    ) async {
        let template = replacing(with: Completion(""))
        if case .whole(let completion) = body, atOnce { return await store(completion, template) }
        onEnd { outcome in
            guard outcome.isComplete else { return }
            let completion = outcome.completion
            runtime.spawn("cache write") { await store(completion, template) }
        }
    }
}
