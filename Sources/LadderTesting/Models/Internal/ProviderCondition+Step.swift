package import LadderCore

extension ProviderCondition {
    /// Draws what happens in one attempt.
    package func drawStep(from runtime: Runtime, opening: String?) -> ScriptedStep {
        var step = drawFailure(from: runtime) ?? drawAnswer(from: runtime)
        if let opening, !step.chunks.isEmpty { step.chunks[0] = .text(opening) }
        step.firstAfter = runtime.drawDuration(in: latency)
        if runtime.draws(share: hangs) { step.firstAfter = step.firstAfter + hangTime }
        step.ignoresCancellation = runtime.draws(share: ignoredCancellations)
        return step
    }

    private func drawFailure(from runtime: Runtime) -> ScriptedStep? {
        for fault in faults where runtime.draws(share: fault.share) {
            var error = ChatError(fault.kind, usage: fault.usage)
            if case .throttled = fault.kind, let longestRetryAfter {
                let wait = runtime.drawDuration(in: .zero...max(.zero, longestRetryAfter))
                error.kind = .throttled(retryAfter: wait)
                error.retryAfter = wait
            }
            return .fail(error)
        }
        return nil
    }

    private func drawAnswer(from runtime: Runtime) -> ScriptedStep {
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
        step.pauses = (0..<count).map { _ in runtime.drawDuration(in: pause) }
        if emptyAnswers > 0, runtime.draws(share: emptyAnswers) {
            step.chunks = []
            return step
        }
        if runtime.draws(share: stalls) {
            step.pauses[Int(runtime.uniform() * Double(count))] = hangTime
        }
        if runtime.draws(share: cuts) {
            step.chunks.removeLast(Int(runtime.uniform() * Double(count)))
            // A pipeline that is used as a model reports its cuts as a finish reason instead of throwing them.
            step.ending =
                runtime.draws(share: 0.25)
                ? .finished(.partial(.error(.server)), metadata: nil)
                : .thrown(ChatError(.server, message: "the stream broke off"))
        }
        return step
    }
}

extension Runtime {
    fileprivate func draws(share: Double) -> Bool { uniform() < share }

    /// Draws a duration that is mostly near the lower end: the square of a uniform draw.
    fileprivate func drawDuration(in range: ClosedRange<Duration>) -> Duration {
        let draw = uniform()
        let lower = range.lowerBound.clampedNanoseconds
        let span = Double(range.upperBound.clampedNanoseconds.saturatingSubtracting(lower))
        let time = lower.saturatingAdding(Int64(span * draw * draw * 0.999_999))
        // A part of all durations is a multiple of 250 ms, so that several timers end in the same instant.
        return .nanoseconds(draws(share: 0.3) ? time / 250_000_000 * 250_000_000 : time)
    }
}
