/// When a live answer is cut.
struct StreamLimits {
    /// How long a waiting reader gets no content.
    var silence: Duration?
    /// When the answer ends in any case, and with which error.
    var cut: Cut?

    struct Cut {
        var at: Instant
        var kind: ChatError.Kind
    }

    var isArmed: Bool { silence != nil || cut != nil }

    /// Takes the stricter of each limit.
    mutating func narrow(silence other: Duration?, cut otherCut: Cut?) {
        if let other { silence = silence.map { min($0, other) } ?? other }
        if let otherCut, cut.map({ otherCut.at < $0.at }) ?? true { cut = otherCut }
    }

    /// Returns when a limit must be looked at next, and the error if it has been reached by then.
    func due(waitingSince: Instant?, now: Instant) -> Cut? {
        var due = cut
        if let silence {
            // Silence counts while a reader waits only. Where the watch runs anyway, it looks for a reader that has
            // come.
            let at = (waitingSince ?? now) + silence
            if waitingSince != nil || cut != nil, due.map({ at < $0.at }) ?? true {
                due = Cut(at: at, kind: .timedOut(.silence))
            }
        }
        return due
    }
}
