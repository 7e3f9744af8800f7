import LadderCore

extension ProviderCondition {
    /// Draws what one attempt is to meet.
    func step(by runtime: Runtime, opening: String?) -> ScriptedStep {
        var step = failure(by: runtime) ?? answer(by: runtime)
        if let opening, !step.chunks.isEmpty { step.chunks[0] = .text(opening) }
        step.firstAfter = runtime.duration(in: latency)
        if runtime.happens(hangs) { step.firstAfter = step.firstAfter + hangTime }
        step.hearsCancellation = !runtime.happens(deafness)
        return step
    }

    private func failure(by runtime: Runtime) -> ScriptedStep? {
        for fault in faults where runtime.happens(fault.share) {
            var error = ChatError(fault.kind, usage: fault.usage)
            if case .throttled = fault.kind, let longestRetryAfter {
                let wait = runtime.duration(in: .zero...max(.zero, longestRetryAfter))
                error.kind = .throttled(retryAfter: wait)
                error.retryAfter = wait
            }
            return .fail(error)
        }
        return nil
    }

    private func answer(by runtime: Runtime) -> ScriptedStep {
        let count = max(1, pieces.lowerBound) + Int(runtime.uniform() * Double(max(0, pieces.count)))
        var metadata: ReplyMetadata?
        if let remainingRequests {
            let resets = runtime.wallNow + (longestRetryAfter ?? .seconds(60))
            metadata = ReplyMetadata(rateLimits: [
                RateLimit(name: "requests", limit: 100, remaining: remainingRequests, resets: resets)
            ])
        }
        var step = ScriptedStep(ending: .finished(.stop, metadata: metadata), firstAfter: .zero)
        step.chunks = (0..<count).map { .text("\($0) ") }
        step.pauses = (0..<count).map { _ in runtime.duration(in: pause) }
        if runtime.happens(stalls) {
            step.pauses[Int(runtime.uniform() * Double(count))] = hangTime
        }
        if runtime.happens(cuts) {
            step.chunks.removeLast(Int(runtime.uniform() * Double(count)))
            step.ending = .thrown(ChatError(.server, message: "the stream broke off"))
        }
        return step
    }
}

extension Runtime {
    func happens(_ share: Double) -> Bool { uniform() < share }

    /// Mostly near the lower end: the square of a uniform draw.
    func duration(in range: ClosedRange<Duration>) -> Duration {
        let draw = uniform()
        let lower = range.lowerBound.clampedNanoseconds
        let span = Double(range.upperBound.clampedNanoseconds.saturatingSubtracting(lower))
        let time = lower.saturatingAdding(Int64(span * draw * draw * 0.999_999))
        // Some keep to a coarse clock, so that what they do meets other timers in the same instant.
        return .nanoseconds(happens(0.3) ? time / 250_000_000 * 250_000_000 : time)
    }
}
