extension Call {
    /// Writes the end of an attempt into record and trace.
    func settleAttempt(
        _ index: Int, usage: Usage?, cost: Money?, verdict: TraceEvent.Verdict, error: ChatError? = nil
    ) {
        let now = now
        let event = change { record -> TraceEvent in
            // A cut attempt is already recorded as failed; an error it throws later must not replace the call's last
            // error.
            let wasCut = record.attempts[index].error != nil
            record.attempts[index].end(at: now, usage: usage, cost: cost)
            if verdict == .answered, !wasCut { record.attempts[index].firstContent = now }
            if let error, !wasCut {
                record.attempts[index].fail(with: error)
                record.lastError = error
            }
            let event = record.attempts[index].traceEvent(
                wasCut ? .abandoned : verdict, reason: error?.brief, since: start)
            record.append(event)
            return event
        }
        publish(.step(event))
    }

    /// Records that a limit has ended an attempt, which settles when its model ends. An attempt that has failed by
    /// itself is left as it is.
    func cutAttempt(_ index: Int, with error: ChatError) {
        let event = TraceEvent(
            stage: "model", verdict: .failed, reason: error.brief, offset: now - start,
            detail: error.target.map(TraceEvent.Detail.target))
        let isCut = change { record in
            guard record.attempts[index].error == nil else { return false }
            record.attempts[index].fail(with: error)
            record.lastError = error
            record.append(event)
            return true
        }
        if isCut { publish(.step(event)) }
    }
}
