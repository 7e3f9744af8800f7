extension Call {
    /// An attempt has not ended when its limit is met: says so now, and lets it settle when it does. An attempt that has
    /// failed by itself is left alone.
    func cutAttempt(_ index: Int, with error: ChatError) {
        let offset = runtime.now - start
        let event = TraceEvent(
            stage: "model", verdict: .failed, reason: error.brief, offset: offset,
            detail: error.target.map(TraceEvent.Detail.target))
        let isCut = change { record in
            guard record.attempts[index].error == nil else { return false }
            record.attempts[index].fail(with: error)
            record.lastError = error
            record.append(event)
            return true
        }
        if isCut { tell(.step(event)) }
    }
}
